/** A day as one says it: "today", "yesterday", "3 November", "3 November 2025". */
import { text } from '$lib/text';

const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const anotherYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `at` is a time as RFC 3339. */
export function day(at: string, now: Date = new Date()): string {
  const then = new Date(at);
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days <= 0) return text.standing.today;
  if (days === 1) return text.standing.yesterday;
  return (then.getFullYear() === now.getFullYear() ? thisYear : anotherYear).format(then);
}
