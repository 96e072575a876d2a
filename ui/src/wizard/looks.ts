/** What is being looked at, as lines of a progress list: looks of the same name are one line, done when all of them are. */
import type { Look, LookState } from '$lib/backend';
import type { ProgressItem } from '$lib/components/Progress.svelte';
import type { ProgressState } from '$lib/components/ProgressRow.svelte';

const SHOWN: Record<LookState, ProgressState> = {
  waiting: 'waiting',
  looking: 'running',
  looked: 'passed',
  'no-answer': 'unknown',
};

function together(states: LookState[]): LookState {
  if (states.includes('looking')) return 'looking';
  if (states.includes('waiting')) return states.every((state) => state === 'waiting') ? 'waiting' : 'looking';
  return states.includes('no-answer') ? 'no-answer' : 'looked';
}

export function progressItems(looks: readonly Look[]): ProgressItem[] {
  const byName = new Map<string, LookState[]>();
  for (const { what, state } of looks) byName.set(what, [...(byName.get(what) ?? []), state]);
  return [...byName].map(([what, states]) => ({ id: what, label: what, state: SHOWN[together(states)] }));
}
