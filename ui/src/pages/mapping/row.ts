/** What follows from a row of a mapping: its suggestion, its colours, what Enter does. Pure. */
import type {
  MappingCandidate,
  MappingItem,
  MappingOption,
  MappingRow,
  RowStanding,
  SuggestionClass,
} from '$lib/backend';
import type { Tone } from '$lib/components/StatusTag.svelte';

export const CLASS_TONE: Record<SuggestionClass, Tone> = {
  exact: 'good',
  likely: 'note',
  review: 'caution',
  none: 'plain',
};

export const STANDING_TONE: Record<RowStanding, Tone> = {
  undecided: 'plain',
  accepted: 'good',
  later: 'note',
  ignored: 'plain',
};

/** Most that are named of what comes near. */
const NAMED = 3;

/** What comes near a row for which nothing is suggested and something is to be looked at. */
export function near(row: MappingRow): MappingCandidate[] {
  if (row.standing !== 'undecided' || row.class !== 'review' || row.suggestion) return [];
  return row.candidates.filter(({ percent }) => percent > 0).slice(0, NAMED);
}

/** Enter accepts what is suggested, or once more what has to be asked again; of every other row it opens the candidates. */
export function enterDoes(row: MappingRow): 'accept' | 'choose' {
  if (row.standing === 'undecided') return row.suggestion ? 'accept' : 'choose';
  return row.conflict?.what === 'ask-again' ? 'accept' : 'choose';
}

/** What a search among all answers found. */
export interface Found {
  text: string;
  options: MappingOption[];
  total: number;
}

export interface Option {
  item: MappingItem;
  /** How sure, from 0 to 100, and why; of a candidate only. */
  percent: number | null;
  reason: string | null;
  takenBy: string | null;
}

/** What can be chosen for a row: its candidates before all others as long as nothing is sought, and what was found. */
export function optionsFor(row: MappingRow, found: Found | null): Option[] {
  const candidates = new Map(row.candidates.map((candidate) => [candidate.item.id, candidate]));
  const option = (item: MappingItem, takenBy: string | null): Option => {
    const candidate = candidates.get(item.id);
    // What is as good as excluded needs no number and no reason.
    const isNear = candidate !== undefined && candidate.percent > 0;
    return {
      item,
      percent: isNear ? candidate.percent : null,
      reason: isNear ? candidate.reason : null,
      takenBy,
    };
  };
  const others = (found?.options ?? []).map(({ item, taken_by }) => option(item, taken_by));
  if (found && found.text !== '') return others;
  const first = row.candidates.map(({ item, taken_by }) => option(item, taken_by));
  return [...first, ...others.filter(({ item }) => !candidates.has(item.id))];
}
