import type { ProfileCard } from '$lib/backend';
import { expect, it } from 'vitest';
import { productSearch } from '../../src/wizard/search';
import { connection } from './samples';

const card = (name: string, more: Partial<ProfileCard> = {}): ProfileCard => ({
  ...connection([]).profile,
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  maker: name,
  keywords: [],
  ...more,
});

const cards = [
  card('Exampla', { category: 'Documentation', keywords: ['wiki'], summary: 'Keeps notes in step.' }),
  card('ClockWorks', {
    maker: 'Brassington Ltd',
    category: 'Scheduling',
    summary: 'Books appointments for tickets.',
    uses: ['Reminders: Customers are reminded by text message.'],
  }),
  card('Fernwick Backup 365', { category: 'Backup', summary: 'Reports backups that failed as tickets.' }),
  card('Fernwick Voice', { category: 'Telephony', summary: 'Shows the caller’s tickets.' }),
];
const search = productSearch(cards);
const names = (typed: string) => search(typed).map(({ name }) => name);

it.each([
  ['by its name', 'exampla', 'Exampla'],
  ['by its name with an accent', 'Éxampla', 'Exampla'],
  ['by the beginning of its name', 'cloc', 'ClockWorks'],
  ['by a part of its name', 'works', 'ClockWorks'],
  ['by its name in two words', 'clock works', 'ClockWorks'],
  ['by its name in one word', 'fernwickvoice', 'Fernwick Voice'],
  ['with a letter wrong', 'clokworks', 'ClockWorks'],
  ['with two letters swapped', 'exmapla', 'Exampla'],
  ['with a letter wrong before the name is typed to its end', 'fernvick v', 'Fernwick Voice'],
  ['by its maker', 'brassington', 'ClockWorks'],
  ['by its category', 'telephony', 'Fernwick Voice'],
  ['by a keyword', 'WIKI', 'Exampla'],
  ['by a word of its purpose', 'appointment', 'ClockWorks'],
  ['by a word of what it is used for', 'reminders', 'ClockWorks'],
  ['by a number in its name', '365', 'Fernwick Backup 365'],
  ['by words between which there are others', 'notes of the wiki', 'Exampla'],
])('finds a product %s', (_, typed, name) => expect(names(typed)[0]).toBe(name));

it('puts the name before a mention', () => {
  const found = productSearch([
    card('Ledger', { summary: 'Sends invoices to Exampla.' }),
    card('Exampla', { summary: 'Keeps notes.' }),
  ]);
  expect(found('exampla').map(({ name }) => name)).toEqual(['Exampla', 'Ledger']);
});

it('shows all in their own order while nothing is typed', () => {
  expect(names('')).toEqual(cards.map(({ name }) => name));
  expect(names('   ')).toEqual(cards.map(({ name }) => name));
});

it.each(['xyzzy', 'wiki telephony', '!?', '<script>'])('finds nothing for %j', (typed) => {
  expect(names(typed)).toEqual([]);
});
