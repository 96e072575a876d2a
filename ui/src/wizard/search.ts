/**
 * Finding a product by what one remembers of it: its name, its maker, its category or a word of its purpose, with a letter wrong or
 * only the beginning typed. The best match comes first.
 */
import type { ProfileCard } from '$lib/backend';
import MiniSearch from 'minisearch';

/** Words that say nothing about a product. */
const EMPTY = new Set(['a', 'an', 'and', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'with']);
/** From this length on a word may have a letter wrong, and a longer one two letters swapped. */
const LONG = 4;

const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const split = (words: string) => words.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** "ExamplaOne" is found as "examplaone", as "exampla one" and as "one". */
function parts(words: string): string[] {
  const whole = split(words);
  const inner = whole.flatMap((word) =>
    split(word.replace(/(\p{Ll}|\p{N})(?=\p{Lu})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$& ')),
  );
  return [...new Set([...whole, ...inner, whole.join('')].map(plain))];
}

/** Beginnings of a name, so that one with a letter wrong is found before it is typed to its end. */
const beginnings = (words: string) =>
  parts(words).flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - LONG) }, (_, index) => word.slice(0, LONG + index)),
  );

const FIELDS: Record<string, { boost: number; terms: (card: ProfileCard) => string[] }> = {
  name: { boost: 8, terms: (card) => parts(card.name) },
  beginning: { boost: 2, terms: (card) => beginnings(card.name) },
  maker: { boost: 4, terms: (card) => parts(card.maker) },
  keywords: { boost: 4, terms: (card) => card.keywords.flatMap(parts) },
  category: { boost: 3, terms: (card) => parts(card.category) },
  summary: { boost: 1, terms: (card) => parts(card.summary) },
  uses: { boost: 1, terms: (card) => card.uses.flatMap(parts) },
};

/** The products that match what was typed, best first; all of them in their own order while nothing is typed. */
export function productSearch(cards: readonly ProfileCard[]): (typed: string) => ProfileCard[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const index = new MiniSearch<ProfileCard>({
    fields: Object.keys(FIELDS),
    extractField: (card, field) => FIELDS[field]?.terms(card).join(' ') ?? card.id,
    tokenize: split,
    processTerm: plain,
    searchOptions: {
      boost: Object.fromEntries(Object.entries(FIELDS).map(([field, { boost }]) => [field, boost])),
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > LONG + 1 ? 2 : term.length >= LONG ? 1 : false),
      weights: { fuzzy: 0.3, prefix: 0.6 },
    },
  });
  index.addAll(cards);
  return (typed) => {
    const all = split(plain(typed));
    const words = all.filter((word) => !EMPTY.has(word));
    if (all.length === 0) return typed.trim() === '' ? [...cards] : [];
    const found = index.search((words.length > 0 ? words : all).join(' '));
    return found.flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}
