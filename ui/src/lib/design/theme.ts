/**
 * The theme of the page. By default the system's choice shows through; where the web view does not learn it (some Linux desktops),
 * or the admin wants another, the shell says so and this sets it. Nothing is remembered here.
 */
export type Theme = 'light' | 'dark' | 'system';

/** Puts `theme` on the document; `system` removes any override. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
