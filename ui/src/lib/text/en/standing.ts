/** Words of how a connection stands by its last checks: the chip, what changed, a Halo that cannot be reached. */
import { count } from '../plural';

export const standing = {
  title: 'How it stands',
  today: 'today',
  yesterday: 'yesterday',

  /** The chip. `day` is "today", "yesterday" or "3 November". */
  neverChecked: 'Not checked yet',
  good: (day: string) => `Working, checked ${day}`,
  changed: (day: string) => `Changed since ${day}`,
  toFix: (failed: number, day: string) =>
    `${count(failed, { one: 'thing', other: 'things' })} to fix, checked ${day}`,
  unanswered: (unknown: number, day: string) =>
    `${count(unknown, { one: 'thing', other: 'things' })} could not be checked ${day}`,
  notReached: (day: string) => `Could not be reached; last good ${day}`,
  notReachedYet: 'Could not be reached',

  goodSince: (day: string) => `Every check since ${day} was good.`,
  notReachedTitle: 'Your Halo could not be reached',
  notReachedText: (day: string) =>
    `Halyard tried ${day}. Nothing is lost: what is shown here is from the last check that reached Halo.`,
  notReachedFirst: (day: string) =>
    `Halyard tried ${day}. Your answers are saved; check again when Halo can be reached.`,
  again: 'Check again',

  changes: 'What changed',
  sinceGood: (day: string) => `Compared with the last good check, ${day}.`,
  since: (day: string) => `Compared with the check before, ${day}.`,
  effects: { worse: 'Needs a hand', better: 'Put right', neither: 'Good to know' },
  fix: 'What to do',
  more: (amount: number) => `Show ${count(amount, { one: 'more change', other: 'more changes' })}`,
};
