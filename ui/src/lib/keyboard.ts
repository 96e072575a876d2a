/** The few keys the page itself knows. There are no single-letter keys, and Esc never throws anything away. */

/** Alt+Left, as in a browser. */
export function isBackKey(event: KeyboardEvent): boolean {
  return event.key === 'ArrowLeft' && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** The index an arrow key, Home or End leads to in a list of `count`; `null` for every other key. Ends do not wrap round. */
export function listMove(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
