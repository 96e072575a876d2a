import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CommandFailed, type Backend, type MappingRow, type MappingView } from '$lib/backend';
import { applyTheme } from '$lib/design/theme';
import { text } from '$lib/text';
import MappingWork from '../../src/pages/mapping/MappingWork.svelte';
import { enterDoes, optionsFor, suggested } from '../../src/pages/mapping/row';
import { MappingRows } from '../../src/wizard/mapping-rows.svelte';
import { Wizard } from '../../src/wizard/wizard.svelte';
import { violations } from '../accessibility';
import { connection } from './samples';

const words = text.mapping;
const item = (id: string, name: string) => ({ id, name, about: `${id}.example` });

const row = (index: number, more: Partial<MappingRow> = {}): MappingRow => ({
  item: item(`c${index}`, `Customer ${index}`),
  standing: 'undecided',
  by: null,
  answer: null,
  class: 'exact',
  reason: 'Identical name',
  candidates: [
    {
      item: item(`o${index}`, `Organisation ${index}`),
      percent: 98,
      reason: 'Identical name',
      taken_by: null,
    },
  ],
  conflict: null,
  change: null,
  hint: null,
  ...more,
});

const NO_CHANGES = { new: 0, renamed: 0, gone: 0 };
const AT = '2026-05-01T10:00:00Z';
const LIST = { rows: 0, read: null, how: null, begun: null, changes: NO_CHANGES };

/** A program with so many rows, which decides as it is told and writes down what it was asked. */
class Program {
  readonly asked: { name: string; request: Record<string, unknown> }[] = [];
  readonly decided = new Map<number, MappingRow>();
  readonly rows: number;
  refuse: string | null = null;
  special = new Map<number, Partial<MappingRow>>();
  hasLists = true;
  suggested = true;

  constructor(rows: number) {
    this.rows = rows;
  }

  readonly backend = {
    call: (name: string, request: Record<string, unknown>) => {
      this.asked.push({ name, request });
      if (this.refuse === name) return Promise.reject(new CommandFailed('storage', 'The disk is full.'));
      return Promise.resolve(this.#answer(name, request));
    },
  } as unknown as Backend;

  named(name: string) {
    return this.asked.filter((asked) => asked.name === name).map(({ request }) => request);
  }

  at(index: number): MappingRow {
    return this.decided.get(index) ?? row(index, this.special.get(index));
  }

  view(): MappingView {
    const list = { ...LIST, rows: this.rows, read: AT, how: 'list.csv' };
    return {
      card: {
        key: 'customers',
        kind: 'customers',
        halo: 'Customers',
        vendor: 'Organizations',
        asks_vendor: false,
        many_to_one: false,
        actions: [],
        halo_list: this.hasLists ? list : LIST,
        vendor_list: this.hasLists ? list : LIST,
        counts: {
          rows: this.rows,
          accepted: this.decided.size,
          later: 0,
          ignored: 0,
          undecided: this.rows - this.decided.size,
          exact: this.rows - this.decided.size,
          likely: 0,
          review: 0,
          none: 0,
          conflicts: 0,
          changed: 0,
        },
      },
      suggested: this.suggested,
      can_undo: this.decided.size > 0,
      can_redo: false,
      values_known: false,
      reader: { address: null, has_key: false },
      file: null,
      offers_inactive: true,
    };
  }

  #answer(name: string, request: Record<string, unknown>): unknown {
    const offset = Number(request['offset']);
    const count = Math.min(Number(request['count']), this.rows - offset);
    switch (name) {
      case 'mapping':
        return this.view();
      case 'mapping_rows':
        return {
          total: this.rows,
          rows: Array.from({ length: Math.max(0, count) }, (_, index) => this.at(offset + index)),
        };
      case 'find_mapping_options':
        return { total: 1, options: [{ item: item('o7', 'Organisation 7'), taken_by: 'Customer 7' }] };
      case 'decide_mapping': {
        const index = Number((request['rows'] as string[])[0]?.slice(1));
        const known = this.at(index);
        const answer = known.candidates[0]?.item ?? null;
        this.decided.set(index, { ...known, standing: 'accepted', by: 'person', answer });
        return { rows: 1, first: `c${index}`, view: this.view() };
      }
      case 'undo_mapping':
        this.decided.clear();
        return { rows: 1, first: 'c0', view: this.view() };
      case 'start_suggestions':
        return { run: 4 };
      case 'watch_mapping':
        this.suggested = true;
        return { version: 2, ended: { how: 'done', view: this.view(), left_out: 0 } };
      default:
        return {};
    }
  }
}

async function shown(program: Program) {
  const wizard = new Wizard(program.backend);
  wizard.view = connection([]);
  return render(MappingWork, { wizard, mapping: 'customers', product: 'Exampla' });
}

const gridRow = (index: number) => document.querySelector(`[data-index="${index}"]`);
const focused = () => document.activeElement?.getAttribute('data-index');

async function toFirstRow() {
  await expect.element(page.getByRole('grid')).toBeVisible();
  await page.getByLabelText(words.tools.search).click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('0');
}

it('draws only what is in sight of fifty thousand rows, and says how many there are', async () => {
  const program = new Program(50_000);
  await shown(program);
  await expect.element(page.getByText('Customer 0', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '50001');
  expect(document.querySelectorAll('[data-index]').length).toBeLessThan(60);
  await toFirstRow();
  await userEvent.keyboard('{End}');
  await expect.poll(focused).toBe('49999');
  await expect.poll(() => gridRow(49_999)?.textContent).toContain('Customer 49999');
  expect(document.querySelectorAll('[data-index]').length).toBeLessThan(60);
  expect(program.named('mapping_rows').length, 'by the hundred, not one by one').toBeLessThan(12);
});

it('keeps the focus on its row while that is scrolled out of sight', async () => {
  await shown(new Program(1000));
  await toFirstRow();
  await userEvent.keyboard('{ArrowDown}');
  const scroller = document.querySelector('.scroller');
  if (scroller) scroller.scrollTop = 30_000;
  await expect.poll(() => gridRow(0)).toBeNull();
  expect(focused()).toBe('1');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('2');
});

it('accepts by Enter and goes on, says so, and takes it back', async () => {
  const program = new Program(30);
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => program.named('decide_mapping').length).toBe(1);
  expect(program.named('decide_mapping')[0]).toMatchObject({
    rows: ['c0'],
    decision: { what: 'accept-suggestion' },
  });
  await expect.poll(focused).toBe('1');
  await expect
    .element(page.getByText(words.said.accepted('Customer 0', 'Organisation 0')))
    .toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => program.named('undo_mapping').length).toBe(1);
  await expect.poll(focused).toBe('0');
});

it('chooses another by the keyboard alone, and Esc leaves the row as it is', async () => {
  const program = new Program(30);
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard(' ');
  await expect.element(page.getByRole('combobox', { name: words.chooser.search })).toHaveFocus();
  await expect.element(page.getByText(words.chooser.taken('Customer 7'))).toBeVisible();
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(focused).toBe('0');
  expect(program.named('decide_mapping')).toEqual([]);
  await userEvent.keyboard(' ');
  await expect.element(page.getByText(words.chooser.taken('Customer 7'))).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => program.named('decide_mapping').length).toBe(1);
  expect(program.named('decide_mapping')[0]).toMatchObject({ decision: { what: 'accept', id: 'o7' } });
  await expect.poll(focused).toBe('1');
});

it('says what could not be saved and shows nothing as decided', async () => {
  const program = new Program(30);
  program.refuse = 'decide_mapping';
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => program.named('decide_mapping').length).toBe(1);
  await expect.poll(focused).toBe('0');
  expect(gridRow(0)?.textContent).toContain(words.grid.classes.exact);
});

it.each(['light', 'dark'] as const)('shows conflicts and changes in words (%s)', async (theme) => {
  applyTheme(theme);
  const program = new Program(3);
  program.special.set(0, {
    standing: 'accepted',
    by: 'person',
    answer: item('o1', 'Organisation 1'),
    conflict: { what: 'shared', with: 'Customer 1', words: '“Customer 1” has the same answer.' },
  });
  program.special.set(1, { change: { what: 'renamed', was: 'Old name' }, class: 'none', candidates: [] });
  await shown(program);
  await expect.element(page.getByText('“Customer 1” has the same answer.')).toBeVisible();
  await expect.element(page.getByText(words.grid.renamed('Old name'))).toBeVisible();
  expect(await violations()).toEqual([]);
});

it('suggests by itself once both lists are there', async () => {
  const program = new Program(5);
  program.suggested = false;
  await shown(program);
  await expect.poll(() => program.named('start_suggestions').length).toBe(1);
  await expect.element(page.getByRole('grid')).toBeVisible();
});

it('asks for the lists before anything else', async () => {
  const empty = new Program(0);
  empty.hasLists = false;
  await shown(empty);
  await expect.element(page.getByRole('button', { name: words.halo.read })).toBeVisible();
  await expect.element(page.getByText(words.halo.inactive)).toBeVisible();
  expect(empty.named('start_suggestions')).toEqual([]);
  expect(await violations()).toEqual([]);
});

it('reads only the newest wish, one question at a time', async () => {
  const program = new Program(50_000);
  const rows = new MappingRows(program.backend, { connection: 'one', mapping: 'customers' });
  await rows.renew();
  for (let first = 0; first < 40_000; first += 1000) rows.see(first, first + 20);
  await expect.poll(() => rows.at(39_000)?.item.name).toBe('Customer 39000');
  expect(program.named('mapping_rows').length).toBeLessThan(5);
  await rows.show('exact', 'acme');
  expect(program.named('mapping_rows').at(-1)).toMatchObject({ filter: 'exact', text: 'acme', offset: 0 });
  expect(rows.at(39_000), 'what is from before is gone').toBeUndefined();
});

it('knows what Enter does and what can be chosen', () => {
  expect(enterDoes(row(1))).toBe('accept');
  expect(enterDoes(row(1, { class: 'none' }))).toBe('choose');
  expect(suggested(row(1, { class: 'none' }))).toBeNull();
  const decided = { standing: 'accepted', answer: item('o1', 'One') } as const;
  expect(enterDoes(row(1, decided))).toBe('choose');
  expect(enterDoes(row(1, { ...decided, conflict: { what: 'ask-again', words: '' } }))).toBe('accept');
  const found = { text: '', total: 2, options: [item('o1', 'One'), item('o2', 'Two')] };
  const options = { ...found, options: found.options.map((one) => ({ item: one, taken_by: null })) };
  expect(optionsFor(row(1), options).map((one) => one.item.id)).toEqual(['o1', 'o2']);
  expect(optionsFor(row(1), { ...options, text: 'x' }).map((one) => one.percent)).toEqual([98, null]);
});
