/** Halo's list with the choice of customers, and what is saved: as the admin sees them. */
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type {
  Backend,
  Exported,
  HaloChoice,
  ListPreview,
  ListState,
  MappingEnd,
  MappingView,
} from '$lib/backend';
import { text } from '$lib/text';
import ColumnSheet from '../../src/pages/mapping/ColumnSheet.svelte';
import HaloList from '../../src/pages/mapping/HaloList.svelte';
import ListOutcome from '../../src/pages/mapping/ListOutcome.svelte';
import SaveMapping from '../../src/pages/mapping/SaveMapping.svelte';
import { MappingDesk } from '../../src/wizard/mapping-desk.svelte';
import { Wizard } from '../../src/wizard/wizard.svelte';
import { violations } from '../accessibility';
import { connection } from './samples';

const words = text.mapping;
const ALL_IN = { left_out: 0, problems: [] };
const PLAIN: HaloChoice = { inactive: false, internal: false };
const INACTIVE: HaloChoice = { inactive: true, internal: false };
const EMPTY: ListState = {
  rows: 0,
  read: null,
  how: null,
  begun: null,
  which: PLAIN,
  changes: { new: 0, renamed: 0, gone: 0 },
};
const READ = { ...EMPTY, rows: 230, read: '2026-05-01T10:00:00Z', how: 'Your Halo' };

function viewOf(halo_list: ListState): MappingView {
  return {
    card: {
      key: 'customers',
      kind: 'customers',
      halo: 'Customers',
      vendor: 'Organizations',
      asks_vendor: false,
      many_to_one: false,
      actions: [],
      halo_list,
      vendor_list: EMPTY,
      counts: {
        rows: halo_list.rows,
        accepted: 0,
        later: 0,
        ignored: 0,
        undecided: halo_list.rows,
        exact: 0,
        likely: 0,
        review: 0,
        none: 0,
        conflicts: 0,
        changed: 0,
      },
    },
    suggested: true,
    can_undo: false,
    can_redo: false,
    values_known: false,
    reader: null,
    file: 'Organizations to upload',
    offers_inactive: true,
  };
}

const box = (name: string) => page.getByRole('checkbox', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function shown(list: ListState) {
  const readHalo = vi.fn();
  const desk = { readHalo } as unknown as MappingDesk;
  const { rerender } = await render(HaloList, { desk, view: viewOf(list) });
  const update = (next: ListState) => rerender({ desk, view: viewOf(next) });
  return { readHalo, update };
}

it('shows a reading that was broken off with the choice that was made for it, and goes on with it', async () => {
  const { readHalo } = await shown({ ...EMPTY, begun: 300, which: INACTIVE });
  await expect.element(box(words.halo.inactive)).toBeChecked();
  await expect.element(box(words.halo.internal)).not.toBeChecked();
  await button(words.halo.resume(300)).click();
  expect(readHalo).toHaveBeenLastCalledWith({ ...INACTIVE, anew: false });
  await button(words.halo.anew).click();
  expect(readHalo).toHaveBeenLastCalledWith({ ...INACTIVE, anew: true });
  expect(await violations()).toEqual([]);
});

it('says that another choice begins anew, and takes it back with the choice', async () => {
  const { readHalo } = await shown({ ...EMPTY, begun: 300, which: INACTIVE });
  await box(words.halo.inactive).click();
  await expect.element(page.getByText(words.halo.otherThanBegun(300))).toBeVisible();
  await expect.element(button(words.halo.resume(300))).not.toBeInTheDocument();
  expect(page.getByRole('button', { name: words.halo.anew }).all(), 'one way only').toHaveLength(1);
  await button(words.halo.anew).click();
  expect(readHalo).toHaveBeenLastCalledWith({ ...PLAIN, anew: true });

  await box(words.halo.inactive).click();
  await expect.element(page.getByText(words.halo.otherThanBegun(300))).not.toBeInTheDocument();
  await button(words.halo.resume(300)).click();
  expect(readHalo).toHaveBeenLastCalledWith({ ...INACTIVE, anew: false });
});

it('reads a list again with the choice that it was read with', async () => {
  const { readHalo, update } = await shown({ ...READ, which: INACTIVE });
  await expect.element(box(words.halo.inactive)).toBeChecked();
  await button(words.halo.again).click();
  expect(readHalo).toHaveBeenLastCalledWith({ ...INACTIVE, anew: false });
  await box(words.halo.internal).click();
  await expect.element(page.getByText(words.halo.otherThanRead)).toBeVisible();
  await button(words.halo.again).click();
  expect(readHalo).toHaveBeenLastCalledWith({ inactive: true, internal: true, anew: true });
  await update({ ...READ, which: { inactive: true, internal: true } });
  await expect.element(page.getByText(words.halo.otherThanRead)).not.toBeInTheDocument();
});

it('takes the first line for a company where the admin says so', async () => {
  const preview: ListPreview = {
    name: 'list.csv',
    problem: null,
    encoding: 'UTF-8',
    delimiter: 'Comma',
    header: ['Acme', 'York'],
    rows: [['Bolt', 'Leeds']],
    columns: [null, null],
    certain: false,
    needs_ids: false,
  };
  const keep = vi.fn(() => Promise.resolve());
  const desk = { keep, kept: null, dropPreview: () => undefined } as unknown as MappingDesk;
  await render(ColumnSheet, { desk, preview });
  await page.getByLabelText('Acme').selectOptions(words.columns.names.name);
  await button(words.columns.use).click();
  expect(keep).toHaveBeenLastCalledWith(['name', null], true);

  await box(words.columns.noHeading).click();
  await expect.element(page.getByText('Acme · Bolt')).toBeVisible();
  await expect.element(page.getByLabelText(words.columns.column(1))).toHaveValue('name');
  await button(words.columns.use).click();
  expect(keep).toHaveBeenLastCalledWith(['name', null], false);
  expect(await violations()).toEqual([]);
});

it('ticks nothing for a list that was never read', async () => {
  const { readHalo } = await shown(EMPTY);
  await expect.element(box(words.halo.inactive)).not.toBeChecked();
  await button(words.halo.read).click();
  expect(readHalo).toHaveBeenLastCalledWith({ ...PLAIN, anew: false });
});

/** A desk on a program that ends a reading so, and has this list then. */
function deskOf(end: MappingEnd, list: ListState, exported?: Exported) {
  const answers: Record<string, unknown> = {
    start_halo_list: { run: 1 },
    watch_mapping: { version: 2, what: '', done: 0, total: null, waiting_seconds: null, ended: end },
    mapping: viewOf(list),
    mapping_rows: { total: 0, rows: [], place: null },
    export_mapping: exported,
  };
  const backend = { call: (name: string) => Promise.resolve(answers[name]) } as unknown as Backend;
  const wizard = new Wizard(backend);
  wizard.view = connection([]);
  const desk = new MappingDesk(wizard, 'customers');
  desk.view = viewOf(EMPTY);
  return desk;
}

it('sees at once what a reading that was stopped has already', async () => {
  const list = { ...EMPTY, begun: 200, which: INACTIVE };
  const desk = deskOf({ how: 'cancelled', kept: 200 }, list);
  await desk.readHalo({ ...INACTIVE, anew: false });
  expect(desk.view?.card.halo_list).toEqual(list);
});

it('says which rows of a list were left out, and nothing when all are in', async () => {
  const problem = 'Row 3 (id 17): a text here looks like a Client Secret.';
  const view = viewOf(READ);
  const desk = deskOf({ how: 'done', view, left_out: 1, problems: [problem] }, READ);
  await render(ListOutcome, { desk });
  await desk.readHalo({ ...PLAIN, anew: false });
  await expect.element(page.getByText(words.problems.leftOut(1))).toBeVisible();
  await page.getByText(words.problems.which).click();
  await expect.element(page.getByText(problem)).toBeVisible();

  const mended = deskOf({ how: 'done', view, left_out: 0, problems: [] }, READ);
  await mended.readHalo({ ...PLAIN, anew: false });
  expect(mended.kept).toBeNull();
});

it('says how many more rows were left out than it names', async () => {
  const problems = ['Row 3: there is no name.', 'Row 4: there is no name.'];
  const desk = deskOf({ how: 'done', view: viewOf(READ), left_out: 52, problems }, READ);
  await render(ListOutcome, { desk });
  await desk.readHalo({ ...PLAIN, anew: false });
  await page.getByText(words.problems.which).click();
  await expect.element(page.getByText(words.problems.more(50))).toBeVisible();
});

it.each<[string, Exported, string[]]>([
  [
    'every file with its rows',
    {
      files: [
        { path: '/home/a/list-1.csv', rows: 1_000 },
        { path: '/home/a/list-2 (2).csv', rows: 300 },
      ],
      problem: null,
      ...ALL_IN,
    },
    [
      words.save.saved(1_300, 2),
      words.save.file('/home/a/list-1.csv', 1_000),
      words.save.file('/home/a/list-2 (2).csv', 300),
    ],
  ],
  ['that nothing was saved', { files: [], problem: null, ...ALL_IN }, [words.save.none]],
  [
    'which rows are in no file',
    {
      files: [{ path: '/home/a/list.csv', rows: 9 }],
      problem: null,
      left_out: 3,
      problems: ['“Acme” is in an earlier row already.'],
    },
    [words.save.saved(9, 1), words.save.refused(3), words.problems.which],
  ],
  [
    'what is there and what is not',
    {
      files: [{ path: '/home/a/list-1.csv', rows: 1_000 }],
      problem: 'Only 1 of 2 files were saved.',
      ...ALL_IN,
    },
    [
      'Only 1 of 2 files were saved.',
      words.save.saved(1_000, 1),
      words.save.file('/home/a/list-1.csv', 1_000),
    ],
  ],
])('says %s', async (_, exported, expected) => {
  const desk = deskOf({ how: 'cancelled', kept: 0 }, READ, exported);
  await render(SaveMapping, { desk, view: viewOf(READ) });
  await button(words.save.vendorFile('Organizations to upload')).click();
  for (const said of expected) await expect.element(page.getByText(said, { exact: true })).toBeVisible();
  expect(await violations()).toEqual([]);
});
