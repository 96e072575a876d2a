import { expect, it } from 'vitest';
import { en } from './en';
import { count, list } from './plural';

it('counts as English does', () => {
  expect(count(1, { one: 'check', other: 'checks' })).toBe('1 check');
  expect(count(0, { one: 'check', other: 'checks' })).toBe('0 checks');
  expect(count(25_000, { one: 'customer', other: 'customers' })).toBe('25,000 customers');
  expect(list(['Projects', 'Finance', 'Sales'])).toBe('Projects, Finance, and Sales');
});

/** Every sentence of the catalogue, functions called with plain values. */
function words(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return words((value as (...args: unknown[]) => unknown)(...sample(value.length)));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(words);
  return [];
}

/** Arguments that suit every function of the catalogue: a number that is a list of one as well. */
function sample(length: number): unknown[] {
  return Array.from({ length }, () => Object.assign(['3'], { valueOf: () => 3 }));
}

it('keeps the tone', () => {
  const all = words(en);
  expect(all.length).toBeGreaterThan(50);
  const wrong = all.filter((sentence) =>
    /\b(invalid|sorry|oops|forbidden|simply|just)\b|error 0x|!/i.test(sentence),
  );
  expect(wrong, 'these blame, apologise or patronise').toEqual([]);
});
