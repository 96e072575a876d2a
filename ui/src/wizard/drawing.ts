/** The plan's words for a screen, turned into what the drawing takes. */
import type { HaloScreen, ScreenControl } from '$lib/backend';
import type { DrawnField, HaloScreenData } from '$lib/components/halo-screen';

const KINDS: Record<ScreenControl, DrawnField['kind']> = { text: 'text', select: 'choice', tick: 'tick' };

export function drawing(screen: HaloScreen): HaloScreenData {
  return {
    heading: screen.title,
    buttons: screen.buttons,
    fields: screen.fields.map(({ label, value, control, marked }) => ({
      label,
      value,
      marked,
      kind: KINDS[control],
    })),
    ...(screen.tabs.length > 0
      ? { tabs: screen.tabs.map((label) => ({ label, active: label === screen.active_tab })) }
      : {}),
  };
}

/** Labels of the places to click or fill in. */
export const marked = (screen: HaloScreen): string[] =>
  [...screen.fields, ...screen.buttons].filter((part) => part.marked).map((part) => part.label);
