import { expect, it } from 'vitest';
import { ago } from '../../src/wizard/ago';
import { progressItems } from '../../src/wizard/looks';
import { wholeNumber } from '../../src/wizard/whole-number';

const NOW = Date.parse('2026-03-10T12:00:00Z');

it.each([
  ['2026-03-10T11:59:40Z', 'now'],
  ['2026-03-10T11:59:00Z', '1 minute ago'],
  ['2026-03-10T10:00:00Z', '2 hours ago'],
  ['2026-03-09T11:00:00Z', 'yesterday'],
  ['2026-02-10T12:00:00Z', '4 weeks ago'],
  ['2026-03-10T12:05:00Z', 'now'],
])('says %s as %s', (at, said) => expect(ago(at, NOW)).toBe(said));

it.each([
  ['230', 230],
  [' 1,204 ', 1204],
  ['1.204', 1204],
  ['12 500', 12500],
  ['', null],
  ['   ', null],
  ['12.5', undefined],
  ['many', undefined],
  ['-3', undefined],
  ['99999999999', undefined],
])('reads %j as %s', (typed, number) => expect(wholeNumber(typed)).toBe(number));

it('shows looks of one name as one line, done when all are', () => {
  const items = progressItems([
    { what: 'Fields', state: 'looked' },
    { what: 'Teams', state: 'no-answer' },
    { what: 'Fields', state: 'waiting' },
  ]);
  expect(items.map(({ label, state }) => [label, state])).toEqual([
    ['Fields', 'running'],
    ['Teams', 'unknown'],
  ]);
});
