import { expect, it } from 'vitest';
import { byCategory, shelves } from '../../src/wizard/shelves';
import { connection } from './samples';

const cards = (categories: string[]) =>
  categories.map((category, index) => ({ ...connection([]).profile, id: String(index), category }));
const shape = (found: ReturnType<typeof shelves>) =>
  found.map(({ category, cards }) => `${category}: ${cards.map(({ id }) => id).join(' ')}`);

it('puts products on the shelf of their category', () => {
  expect(shape(shelves(cards(['Quoting', 'Backup', 'Quoting', 'Backup'])))).toEqual([
    'Backup: 1 3',
    'Quoting: 0 2',
  ]);
});

it('makes one shelf where most would hold a single product', () => {
  const many = cards(['Quoting', 'Backup', 'Quoting']);
  expect(shape(shelves(many))).toEqual([': 0 1 2']);
  expect(shape(byCategory(many))).toEqual(['Backup: 1', 'Quoting: 0 2']);
  expect(shape(shelves([]))).toEqual([]);
});
