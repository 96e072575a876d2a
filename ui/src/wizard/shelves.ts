/** The products by category, as they stand while nothing is searched for. */
import type { ProfileCard } from '$lib/backend';

export interface Shelf {
  category: string;
  cards: ProfileCard[];
}

/** One shelf for each category, both in the order of the alphabet; the products keep theirs. */
export function shelves(cards: readonly ProfileCard[]): Shelf[] {
  const byCategory = new Map<string, ProfileCard[]>();
  for (const card of cards) byCategory.set(card.category, [...(byCategory.get(card.category) ?? []), card]);
  return [...byCategory]
    .map(([category, cards]) => ({ category, cards }))
    .sort((one, other) => one.category.localeCompare(other.category, 'en'));
}
