/**
 * A product as a line of the list: what it does, what it will need, and what to know of its profile. Its category is said where no heading
 * above the line says it.
 */
import type { ProfileCard } from '$lib/backend';
import type { LinkItem } from '$lib/components/LinkList.svelte';
import { text } from '$lib/text';

export function productItem(card: ProfileCard, heading: string): LinkItem {
  const words = text.products;
  const facts = [
    ...(card.category === heading ? [] : [card.category]),
    words.minutes(card.minutes),
    ...(card.application ? (card.scopes > 0 ? [words.scopes(card.scopes)] : []) : [words.noApplication]),
    ...(card.agent ? [words.agent] : []),
    words.rights(card.vendor_side ? card.name : null),
  ];
  return {
    id: card.id,
    title: card.name,
    hint: card.summary,
    facts: facts.join(' · '),
    ...(card.origin === 'built-in' ? {} : { mark: { tone: 'caution', label: text.notBuiltIn.tag } }),
    ...(card.completeness === 'full' ? {} : { tag: { tone: 'plain', label: words.partial } }),
  };
}
