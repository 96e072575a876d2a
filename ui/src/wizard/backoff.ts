/** How often watching looks: after two seconds, then ever less often, and not for ever. */
export const FIRST_MS = 2_000;
export const LONGEST_MS = 15_000;
export const GIVE_UP_MS = 180_000;
const GROWTH = 1.4;

/** The pause before look number `done + 1`, in milliseconds; `null` when it is time to stop. */
export function pause(done: number, spentMs: number): number | null {
  if (spentMs >= GIVE_UP_MS) return null;
  return Math.min(LONGEST_MS, Math.round(FIRST_MS * GROWTH ** done));
}
