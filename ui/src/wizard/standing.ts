/** How a connection stands, in a few words with a tone. Pure. */
import type { Effect, Finding, ShownChange, Standing, Summary } from '$lib/backend';
import type { Tone } from '$lib/components/StatusTag.svelte';
import { text } from '$lib/text';
import { day } from './day';

export interface Chip {
  tone: Tone;
  label: string;
}

/** The chip of a connection. `summary` is that of the last check that reached Halo. */
export function chip(standing: Standing, summary: Summary | null, now: Date = new Date()): Chip {
  const words = text.standing;
  const checked = standing.checked === null ? words.today : day(standing.checked, now);
  switch (standing.state) {
    case 'never-checked':
      return { tone: 'plain', label: words.neverChecked };
    case 'good':
      return { tone: 'good', label: words.good(checked) };
    case 'changed':
      return { tone: 'bad', label: words.changed(day(standing.last_good ?? standing.checked ?? '', now)) };
    case 'to-fix':
      return { tone: 'bad', label: words.toFix(summary?.failed ?? 0, checked) };
    case 'unanswered':
      return { tone: 'caution', label: words.unanswered(summary?.unknown ?? 0, checked) };
    case 'not-reached': {
      const label =
        standing.last_good === null ? words.notReachedYet : words.notReached(day(standing.last_good, now));
      return { tone: 'caution', label };
    }
  }
}

/** The tone of a change: the word beside it says the same. */
export const EFFECT_TONE: Record<Effect, Tone> = { worse: 'bad', better: 'good', neither: 'note' };

/** What there is to do about a change: the findings of the present report it leads to, as far as they need a hand. */
export function toDo(change: ShownChange, findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ id, status }) => change.findings.includes(id) && (status === 'failed' || status === 'warning'),
  );
}

/** The change one hears of first in a list of connections. */
export const firstNews = ({ state, changes }: Standing): string | null =>
  state === 'changed' ? (changes.find((change) => change.effect === 'worse')?.text ?? null) : null;
