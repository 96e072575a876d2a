/** Finding a product by what one remembers of it. */
import type { ProfileCard } from '$lib/backend';

const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Products of which every word typed is part of the name, the maker, the category, the summary or a keyword. */
export function matching(cards: readonly ProfileCard[], typed: string): ProfileCard[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    const all = plain([card.name, card.maker, card.category, card.summary, ...card.keywords].join(' '));
    return words.every((word) => all.includes(word));
  });
}
