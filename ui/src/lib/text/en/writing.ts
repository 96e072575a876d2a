/** Words of writing a mapping into the other product. How a row stands and what became of it come from the engine. */
import type { WriteOutcome, WriteState } from '../../backend';
import { count } from '../plural';

const customers = (amount: number) => count(amount, { one: 'customer', other: 'customers' });
const numbered = (amount: number) => amount.toLocaleString('en');

export const writing = {
  title: (product: string) => `Write it to ${product}`,
  hint: 'Halyard reads what is there now and shows what it would write. Nothing is written until you say so.',
  noServer: (product: string) =>
    `Enter the address of your ${product} and its API key first: above, where the list is read.`,
  nothingDecided: 'Decide about at least one row first.',

  number: {
    label: 'Number of the integration',
    save: 'Save the number',
    kept: (number: string) => `Integration number ${number}`,
    change: 'Change the number',
  },

  look: 'Show what would be written',
  lookAgain: 'Look again',

  run: {
    plan: 'Reading what is there now',
    write: 'Writing',
    stop: 'Stop',
    stopping: 'Stopping after this row',
    planStopped: 'Stopped. Nothing was written.',
    writeStopped: 'Stopped. The rows that were not sent yet are as they were.',
    failedTitle: 'It could not be finished',
  },

  plan: {
    title: 'What would be written',
    total: (included: number, host: string) =>
      included === 0
        ? 'Nothing is ticked, so nothing would be written.'
        : `${customers(included)} would be written to ${host}.`,
    rest: (rows: number, included: number) =>
      rows > included ? `${customers(rows - included)} would be left as they are.` : '',
    filter: 'Show',
    all: 'All',
    states: {
      set: 'Gets its company',
      same: 'Has this company already',
      change: 'Has another company now',
      doubtful: 'Look at it first',
      missing: 'Not there yet',
      stuck: 'Cannot be written',
    } satisfies Record<WriteState, string>,
    option: (label: string, amount: number) => `${label} (${numbered(amount)})`,
    grid: (product: string) => `What would be written to ${product}, row by row`,
    keys: 'Up and Down move from row to row. Space ticks or unticks a row that can be written.',
    columns: (product: string) => ['Customer in Halo', `Company in ${product}`],
    include: (customer: string) => `Write ${customer}`,
    now: (company: string) => `Now: ${company}`,
    tickAll: (amount: number) => `Tick all ${numbered(amount)} shown`,
    untickAll: (amount: number) => `Untick all ${numbered(amount)} shown`,
    nothing: 'There are no such rows. Choose “All” to see the others.',
    loading: 'Reading this row',
    write: (included: number, product: string) => `Write ${customers(included)} to ${product}`,
    drop: 'Write nothing',
  },

  confirm: {
    title: (included: number, product: string) => `Write ${customers(included)} to ${product}?`,
    where: (host: string, number: string) => `Written to ${host}, integration number ${number}.`,
    how: 'One row after another, about a hundred a minute. You can stop after any row; what is written by then stays.',
    undo: 'Halyard does not take it back by itself. The result names what was there before.',
    confirm: 'Write it now',
    cancel: 'Not yet',
  },

  result: {
    title: 'What was written last',
    when: (when: string, host: string) => `Written to ${host}, ${when}.`,
    total: (done: number, rows: number) =>
      done === rows
        ? `All ${customers(rows)} have their company now.`
        : `${numbered(done)} of ${customers(rows)} have their company now.`,
    failed: (amount: number) => `${count(amount, { one: 'row was', other: 'rows were' })} not written.`,
    unknown: (amount: number) =>
      `For ${count(amount, { one: 'row', other: 'rows' })} nobody knows whether it was written. Look again to see what is there now.`,
    waiting: (amount: number) => `${count(amount, { one: 'row was', other: 'rows were' })} not sent.`,
    outcomes: {
      done: 'Written',
      failed: 'Not written',
      unknown: 'Not known',
      waiting: 'Not sent',
    } satisfies Record<WriteOutcome, string>,
    grid: 'What became of each row, failures first',
    keys: 'Up and Down move from row to row.',
    columns: (product: string) => ['Customer in Halo', `Company in ${product}`],
    before: (company: string) => `Before: ${company}`,
    show: 'Show the rows',
    retry: (amount: number) => `Look again at the ${numbered(amount)} that are not written`,
    save: 'Save the result as CSV',
    saved: (path: string) => `Saved: ${path}`,
  },

  said: {
    planned: (included: number) => `${customers(included)} would be written.`,
    written: (done: number, rows: number) => `${numbered(done)} of ${numbered(rows)} rows are written.`,
  },

  practice: {
    hint: (product: string) =>
      `For practice, a server stands in for your ${product}. It has made-up companies, and nothing real is written.`,
    address: (address: string) => `Its address: ${address}`,
    number: (number: string) => `The number of its integration: ${number}`,
    useAddress: 'Use this address',
    key: 'Copy the practice key',
    keyCopied: 'The practice key is on the clipboard. Select “Paste the key”.',
  },
};
