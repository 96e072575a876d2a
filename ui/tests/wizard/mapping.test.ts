import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import {
  CommandFailed,
  type Backend,
  type ChangedItem,
  type Deciding,
  type MappingRow,
  type MappingView,
} from '$lib/backend';
import { applyTheme } from '$lib/design/theme';
import { text } from '$lib/text';
import MappingWork from '../../src/pages/mapping/MappingWork.svelte';
import { enterDoes, optionsFor } from '../../src/pages/mapping/row';
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
  suggestion: item(`o${index}`, `Organisation ${index}`),
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
  answer_renamed: null,
  hint: null,
  ...more,
});

const NO_CHANGES = { new: 0, renamed: 0, gone: 0 };
const AT = '2026-05-01T10:00:00Z';
const LIST = {
  rows: 0,
  read: null,
  how: null,
  begun: null,
  which: { inactive: false, internal: false },
  changes: NO_CHANGES,
  taken_over: 0,
};

/** A program with so many rows, which decides as it is told and writes down what it was asked. */
class Program {
  readonly asked: { name: string; request: Record<string, unknown> }[] = [];
  decided = new Map<number, MappingRow>();
  /** What was decided before each step, to go back to and forth to. */
  readonly taken: Map<number, MappingRow>[] = [];
  readonly undone: Map<number, MappingRow>[] = [];
  lastStep = '';
  readonly rows: number;
  refuse: string | null = null;
  special = new Map<number, Partial<MappingRow>>();
  hasLists = true;
  vendor = 'Organizations';
  /** Decisions about rows that are gone. */
  kept: ChangedItem[] = [];
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
        vendor: this.vendor,
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
          kept: this.kept.length,
        },
      },
      suggested: this.suggested,
      can_undo: this.taken.length > 0,
      can_redo: this.undone.length > 0,
      values_known: false,
      reader: { address: null, has_key: false },
      file: null,
      offers_inactive: true,
    };
  }

  /** The rows that fit, by their numbers. */
  #fit(filter: string): number[] {
    const all = Array.from({ length: this.rows }, (_, index) => index);
    if (filter === 'undecided') return all.filter((index) => this.at(index).standing === 'undecided');
    if (filter === 'accepted') return all.filter((index) => this.at(index).standing === 'accepted');
    return all;
  }

  #place(fit: number[], request: Record<string, unknown>): number | null {
    const { place_of: id, undecided_from: from } = request as {
      place_of?: string;
      undecided_from?: { place: number; up: boolean };
    };
    const found = (place: number) => (place < 0 ? null : place);
    if (id !== undefined) return found(fit.indexOf(Number(id.slice(1))));
    if (!from) return null;
    const open = [...fit.keys()].filter((place) => !this.decided.has(fit[place] ?? 0));
    const round = [
      ...open.filter((place) => place > from.place),
      ...open.filter((place) => place <= from.place),
    ];
    return (from.up ? open.findLast((place) => place < from.place) : round[0]) ?? null;
  }

  #decide(rows: string[], decision: Deciding) {
    this.kept = this.kept.filter(({ id }) => !rows.includes(id));
    const index = Number(rows[0]?.slice(1));
    const known = row(index, this.special.get(index));
    const shown = [known.suggestion, ...known.candidates.map((candidate) => candidate.item)];
    const answer = shown.find((one) => decision.what === 'accept' && one?.id === decision.id) ?? null;
    this.taken.push(new Map(this.decided));
    if (decision.what === 'clear') this.decided.delete(index);
    else if (decision.what === 'later') this.decided.set(index, { ...known, standing: 'later' });
    else if (decision.what === 'ignore') this.decided.set(index, { ...known, standing: 'ignored' });
    else this.decided.set(index, { ...known, standing: 'accepted', by: 'person', answer });
    this.lastStep = `c${index}`;
    return { rows: 1, left: 0, first: `c${index}`, view: this.view() };
  }

  #step(from: Map<number, MappingRow>[], to: Map<number, MappingRow>[]) {
    to.push(new Map(this.decided));
    this.decided = from.pop() ?? new Map();
    return { rows: 1, left: 0, first: this.lastStep, view: this.view() };
  }

  #answer(name: string, request: Record<string, unknown>): unknown {
    switch (name) {
      case 'mapping':
        return this.view();
      case 'mapping_rows': {
        const [offset, count] = [Number(request['offset']), Number(request['count'])];
        const fit = this.#fit(String(request['filter']));
        const rows = fit.slice(offset, offset + count).map((index) => this.at(index));
        return { total: fit.length, rows, place: this.#place(fit, request) };
      }
      case 'mapping_changes': {
        const [offset, count] = [Number(request['offset']), Number(request['count'])];
        return { total: this.kept.length, items: this.kept.slice(offset, offset + count) };
      }
      case 'find_mapping_options':
        return { total: 1, options: [{ item: item('o7', 'Organisation 7'), taken_by: 'Customer 7' }] };
      case 'decide_mapping':
        return this.#decide(request['rows'] as string[], request['decision'] as Deciding);
      case 'accept_suggestions':
        this.taken.push(new Map(this.decided));
        for (let index = 0; index < this.rows; index++) {
          this.decided.set(index, row(index, { standing: 'accepted', by: 'suggestion' }));
        }
        this.lastStep = 'c0';
        return { rows: this.rows, left: 2, first: 'c0', view: this.view() };
      case 'undo_mapping':
        return this.#step(this.taken, this.undone);
      case 'redo_mapping':
        return this.#step(this.undone, this.taken);
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
    decision: { what: 'accept', id: 'o0' },
  });
  await expect.poll(focused).toBe('1');
  await expect
    .element(page.getByText(words.said.accepted('Customer 0', 'Organisation 0')))
    .toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => program.named('undo_mapping').length).toBe(1);
  await expect.poll(focused).toBe('0');
});

it('shows, says and accepts the one that is suggested, also where another comes nearer', async () => {
  const program = new Program(3);
  const near = (name: string, percent: number) => ({
    item: item(name.toLowerCase(), name),
    percent,
    reason: '',
    taken_by: null,
  });
  program.special.set(1, {
    class: 'review',
    suggestion: item('second', 'Second'),
    candidates: [near('First', 60), near('Second', 40)],
  });
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('1');
  expect(gridRow(1)?.textContent).toContain('Second');
  expect(gridRow(1)?.textContent).not.toContain('First');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => program.named('decide_mapping').length).toBe(1);
  expect(program.named('decide_mapping')[0]).toMatchObject({ decision: { what: 'accept', id: 'second' } });
  await expect.element(page.getByText(words.said.accepted('Customer 1', 'Second'))).toBeInTheDocument();
  await expect.poll(() => gridRow(1)?.textContent).toContain('Second');
});

it('opens the candidates by Enter where several fit alike, and names them', async () => {
  const program = new Program(2);
  const candidates = ['First', 'Second'].map((name) => ({
    item: item(name.toLowerCase(), name),
    percent: 40,
    reason: '',
    taken_by: null,
  }));
  program.special.set(0, {
    class: 'review',
    suggestion: null,
    reason: 'Several fit equally well',
    candidates,
  });
  await shown(program);
  await toFirstRow();
  expect(gridRow(0)?.textContent).toContain(words.grid.near('First', null));
  expect(gridRow(0)?.textContent).not.toContain(words.grid.accept);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('combobox', { name: words.chooser.search })).toHaveFocus();
  expect(program.named('decide_mapping')).toEqual([]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => program.decided.get(0)?.answer?.id).toBe('second');
});

it('draws a table whose two sides have one name', async () => {
  const program = new Program(2);
  program.vendor = 'Customers';
  await shown(program);
  await expect.element(page.getByRole('grid')).toBeVisible();
  expect([...document.querySelectorAll('[role=columnheader]')].map((head) => head.textContent)).toEqual([
    'Customers',
    'Customers',
  ]);
  await expect.element(page.getByText('Customer 0', { exact: true })).toBeVisible();
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

/** Every key that the page names, with what has come of it. One that is not pressed here is a test that is missing. */
const PRESSED: Record<string, (program: Program) => Promise<void>> = {
  Up: async () => {
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    await expect.poll(focused).toBe('1');
  },
  Down: async () => {
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe('1');
  },
  'Page Up': async () => {
    await userEvent.keyboard('{End}{PageUp}');
    await expect.poll(() => Number(focused())).toBeLessThan(29);
    expect(Number(focused())).toBeGreaterThan(0);
  },
  'Page Down': async () => {
    await userEvent.keyboard('{PageDown}');
    await expect.poll(() => Number(focused())).toBeGreaterThan(1);
  },
  Home: async () => {
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Home}');
    await expect.poll(focused).toBe('0');
  },
  End: async () => {
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('29');
  },
  Enter: async (program) => {
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => program.decided.get(0)?.standing).toBe('accepted');
    await expect.poll(focused).toBe('1');
  },
  Space: async () => {
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('combobox', { name: words.chooser.search })).toHaveFocus();
  },
  'Ctrl+Enter': async (program) => {
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => program.decided.get(0)?.standing).toBe('later');
    await expect.poll(focused).toBe('1');
  },
  'Shift+Delete': async (program) => {
    await userEvent.keyboard('{Shift>}{Delete}{/Shift}');
    await expect.poll(() => program.decided.get(0)?.standing).toBe('ignored');
    await expect.poll(focused).toBe('1');
  },
  Delete: async (program) => {
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('1');
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(focused).toBe('0');
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => program.decided.size).toBe(0);
    expect(program.named('decide_mapping').at(-1)).toMatchObject({ decision: { what: 'clear' } });
    await expect.poll(focused, { message: 'the row stays the one' }).toBe('0');
  },
  'Alt+Down': async (program) => {
    program.decided.set(1, row(1, { standing: 'ignored' }));
    program.decided.set(2, row(2, { standing: 'later' }));
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect.poll(focused).toBe('3');
  },
  'Alt+Up': async (program) => {
    program.decided.set(28, row(28, { standing: 'ignored' }));
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('29');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(focused).toBe('27');
  },
  'Ctrl+Z': async (program) => {
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('1');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => program.decided.size).toBe(0);
    await expect.poll(focused).toBe('0');
  },
  'Ctrl+Shift+Z': (program) => redone(program, '{Control>}{Shift>}Z{/Shift}{/Control}'),
  'Ctrl+Y': (program) => redone(program, '{Control>}y{/Control}'),
  'Ctrl+F': async () => {
    await userEvent.keyboard('{Control>}f{/Control}');
    await expect.element(page.getByLabelText(words.tools.search)).toHaveFocus();
  },
  Tab: async () => {
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toContain(words.grid.accept);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toContain(words.grid.choose);
  },
  Esc: async (program) => {
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('combobox', { name: words.chooser.search })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('0');
    expect(program.named('decide_mapping')).toEqual([]);
  },
};

async function redone(program: Program, keys: string) {
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('1');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(focused).toBe('0');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(focused).toBe('2');
  await userEvent.keyboard(keys);
  await expect.poll(() => program.decided.get(0)?.standing).toBe('accepted');
  await expect.poll(focused, { message: 'to the row it was about' }).toBe('0');
}

it.each(words.keys.all.flatMap(({ keys }) => keys))('does what the page says of the key %s', async (key) => {
  const program = new Program(30);
  await shown(program);
  await page.getByText(words.keys.title).click();
  await expect.element(page.getByText(key, { exact: true }).first()).toBeVisible();
  await toFirstRow();
  await PRESSED[key]?.(program);
  expect(Object.keys(PRESSED)).toContain(key);
});

it("leaves keys alone that are nobody's, and those of a button in a row", async () => {
  const program = new Program(30);
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard('n{Shift>}{Enter}{/Shift}{Alt>}{Delete}{/Alt}');
  await userEvent.keyboard('{Tab}{Tab}{Delete}');
  expect(program.named('decide_mapping')).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('combobox', { name: words.chooser.search })).toHaveFocus();
});

it('goes back to a row far away after undo, and says when it is not in this list', async () => {
  const program = new Program(5000);
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('1');
  await userEvent.keyboard('{End}');
  await expect.poll(focused).toBe('4999');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(focused).toBe('0');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('1');
  await page.getByLabelText(words.tools.filter, { exact: true }).selectOptions('accepted');
  await toFirstRow();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText(words.tools.nothing)).toBeVisible();
  await expect
    .poll(() => document.activeElement?.id, { message: 'not lost with the row' })
    .toBe('mapping-rows');
});

it('stays on its row when the filter changes, and on the filter itself', async () => {
  const program = new Program(5000);
  for (let index = 0; index < 1000; index++) program.decided.set(index, row(index, { standing: 'ignored' }));
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(focused).toBe('1000');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('1001');
  const select = page.getByLabelText(words.tools.filter, { exact: true });
  const active = () => document.querySelector('[role=row][tabindex="0"]')?.textContent;
  await select.selectOptions('undecided');
  await expect.poll(active).toContain('Customer 1001');
  expect(document.querySelector('[role=row][tabindex="0"]')?.getAttribute('data-index')).toBe('1');
  await select.selectOptions('accepted');
  await expect.element(page.getByText(words.tools.nothing)).toBeVisible();
  await select.selectOptions('all');
  await expect.poll(active, { message: 'also after a filter without it' }).toContain('Customer 1001');
  await expect.poll(() => gridRow(1001)?.getBoundingClientRect().top).toBeGreaterThan(0);
});

it('brings whoever accepted all to the rows when the button has gone', async () => {
  const program = new Program(30);
  await shown(program);
  await expect.element(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: words.tools.acceptExact(30) }).click();
  await expect.poll(() => program.decided.size).toBe(30);
  await expect.poll(focused).toBe('0');
  const came = words.said.all(30, 2);
  await expect.element(page.getByText(came).first(), { message: 'what was left is said' }).toBeVisible();
  await page.getByRole('button', { name: words.tools.undo, exact: true }).click();
  await expect.poll(() => program.decided.size).toBe(0);
  await expect.poll(focused, { message: 'Undo has gone with the last step' }).toBe('0');
});

it('says when nothing is left to go to', async () => {
  const program = new Program(2);
  await shown(program);
  await toFirstRow();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('1');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => program.decided.size).toBe(2);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(page.getByText(words.said.nothingLeft)).toBeInTheDocument();
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
  program.special.set(1, {
    change: { what: 'renamed', was: 'Old name' },
    class: 'none',
    suggestion: null,
    candidates: [],
  });
  await shown(program);
  await expect.element(page.getByText('“Customer 1” has the same answer.')).toBeVisible();
  await expect.element(page.getByText(words.grid.renamed('Old name'))).toBeVisible();
  expect(await violations()).toEqual([]);
});

it('names every decision that is kept for what is gone, and forgets one', async () => {
  const program = new Program(3);
  const gone = (_: unknown, index: number) => ({
    id: `gone-${index}`,
    name: `Gone ${index}`,
    was: null,
    decision: 'Ignored; kept in case it comes back',
  });
  program.kept = Array.from({ length: 70 }, gone);
  await shown(program);
  await page.getByText(words.changes.showKept).click();
  const named = () => document.querySelectorAll('#mapping-kept li').length;
  await expect.poll(named).toBe(50);
  await page.getByRole('button', { name: words.changes.more }).click();
  await expect.poll(named).toBe(70);
  expect(await violations()).toEqual([]);
  const forget = (name: string) =>
    page.getByRole('button', { name: `${words.changes.forget}${words.changes.about(name)}`, exact: true });
  await forget('Gone 3').click();
  await expect.poll(named).toBe(69);
  expect(program.named('decide_mapping')).toMatchObject([{ rows: ['gone-3'], decision: { what: 'clear' } }]);
  await expect.element(page.getByText(words.said.forgotten('Gone 3'))).toBeInTheDocument();
  await expect.poll(() => document.activeElement?.textContent).toContain(words.changes.forget);
});

it('shows rows by what became of them and by how sure their suggestion is', async () => {
  const program = new Program(30);
  await shown(program);
  await page.getByLabelText(words.tools.sure, { exact: true }).selectOptions('exact');
  await page.getByLabelText(words.tools.filter, { exact: true }).selectOptions('accepted');
  await expect
    .poll(() => program.named('mapping_rows').at(-1))
    .toMatchObject({ filter: 'accepted', class: 'exact' });
  await page.getByRole('button', { name: words.tools.showAll }).click();
  await expect.poll(() => program.named('mapping_rows').at(-1)).toMatchObject({ filter: 'all', class: null });
  await expect.element(page.getByText('Customer 0', { exact: true })).toBeVisible();
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

const places = (program: Program) => program.named('mapping_rows').map(({ offset }) => Number(offset));

it('asks for where a quick list is going, not for all it passes', async () => {
  const program = new Program(50_000);
  const rows = new MappingRows(program.backend, { connection: 'one', mapping: 'customers' });
  await rows.renew();
  for (let first = 0; first < 40_000; first += 1000) rows.see(first, first + 20);
  await expect.poll(() => rows.at(39_000)?.item.name).toBe('Customer 39000');
  const passed = places(program).filter((offset) => offset > 2000 && offset < 37_000);
  expect(passed.length).toBeLessThan(4);
  await rows.show({ filter: 'undecided', sure: 'exact', text: 'acme' });
  expect(program.named('mapping_rows')).toContainEqual(
    expect.objectContaining({ filter: 'undecided', class: 'exact', text: 'acme', offset: 0 }),
  );
  expect(rows.at(39_000), 'what is from before is gone').toBeUndefined();
});

it('reads what comes next the way the list moves, and forgets what is far away', async () => {
  const program = new Program(50_000);
  const rows = new MappingRows(program.backend, { connection: 'one', mapping: 'customers' });
  await rows.renew();
  rows.see(500, 520);
  await expect.poll(() => rows.at(830)).toBeDefined();
  rows.see(490, 510);
  await expect.poll(() => rows.at(110), { message: 'upwards the pages above come first' }).toBeDefined();
  expect(new Set(places(program)).size, 'no page is asked for twice').toBe(places(program).length);
  for (let first = 1000; first < 12_000; first += 100) {
    rows.see(first, first + 20);
    await expect.poll(() => rows.at(first + 20), { interval: 5 }).toBeDefined();
  }
  expect(rows.at(500)).toBeUndefined();
  expect(rows.at(11_900)).toBeDefined();
});

it('drops an answer that comes too late, and goes on after one that did not come', async () => {
  const program = new Program(500);
  const rows = new MappingRows(program.backend, { connection: 'one', mapping: 'customers' });
  program.refuse = 'mapping_rows';
  await rows.renew();
  expect(rows.failure).toBe('The disk is full.');
  expect(rows.total).toBeNull();
  program.refuse = null;
  program.decided.set(3, row(3, { standing: 'ignored' }));
  const late = rows.show({ filter: 'all' });
  await rows.show({ filter: 'undecided' });
  await late;
  expect(rows.failure).toBeNull();
  expect(rows.total).toBe(499);
  expect(rows.at(3)?.item.id).toBe('c4');
});

it('knows what Enter does and what can be chosen', () => {
  expect(enterDoes(row(1))).toBe('accept');
  expect(enterDoes(row(1, { class: 'none', suggestion: null }))).toBe('choose');
  expect(enterDoes(row(1, { class: 'review', suggestion: null }))).toBe('choose');
  const decided = { standing: 'accepted', answer: item('o1', 'One') } as const;
  expect(enterDoes(row(1, decided))).toBe('choose');
  expect(enterDoes(row(1, { ...decided, conflict: { what: 'ask-again', words: '' } }))).toBe('accept');
  const asked = { standing: 'later', conflict: { what: 'ask-again', words: '' } } as const;
  expect(enterDoes(row(1, asked))).toBe('accept');
  const found = { text: '', total: 2, options: [item('o1', 'One'), item('o2', 'Two')] };
  const options = { ...found, options: found.options.map((one) => ({ item: one, taken_by: null })) };
  expect(optionsFor(row(1), options).map((one) => one.item.id)).toEqual(['o1', 'o2']);
  expect(optionsFor(row(1), { ...options, text: 'x' }).map((one) => one.percent)).toEqual([98, null]);
});
