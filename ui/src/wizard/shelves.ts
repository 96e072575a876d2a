/** The products by category, as they stand while nothing is searched for. */
import type { ProfileCard } from '$lib/backend';

export interface Shelf {
  category: string;
  cards: ProfileCard[];
}

/** One shelf for each category, in the order of the alphabet; the products keep theirs. */
export function byCategory(cards: readonly ProfileCard[]): Shelf[] {
  const shelves = new Map<string, ProfileCard[]>();
  for (const card of cards) shelves.set(card.category, [...(shelves.get(card.category) ?? []), card]);
  return [...shelves]
    .map(([category, cards]) => ({ category, cards }))
    .sort((one, other) => one.category.localeCompare(other.category, 'en'));
}

/** The shelves, where they have two products on the average; otherwise one without a name, for headings would only be in the way. */
export function shelves(cards: readonly ProfileCard[]): Shelf[] {
  const all = byCategory(cards);
  return cards.length >= 2 * all.length ? all : [{ category: '', cards: [...cards] }];
}
