/** Writing a mapping into the other product, as the admin sees it. */
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type {
  Backend,
  LastWriting,
  MappingView,
  WritePlan,
  WriteRow,
  WritingView,
  WrittenRow,
} from '$lib/backend';
import { text } from '$lib/text';
import WriteThere from '../../src/pages/mapping/WriteThere.svelte';
import { Wizard } from '../../src/wizard/wizard.svelte';
import { violations } from '../accessibility';
import { connection } from './samples';

const words = text.writing;
const PRODUCT = 'Larkspur';

const PLAN: WritePlan = {
  number: 5,
  made: '2026-05-01T10:00:00Z',
  host: 'docs.example',
  rows: 3,
  set: 1,
  same: 0,
  change: 1,
  doubtful: 0,
  missing: 1,
  stuck: 0,
  included: 1,
};

const ROWS: WriteRow[] = [
  {
    id: '12',
    customer: 'Acme',
    company: 'ACME Ltd',
    now: null,
    state: 'set',
    words: 'Gets its company',
    may_be_included: true,
    included: true,
  },
  {
    id: '13',
    customer: 'Beta',
    company: 'Beta Ltd',
    now: 'Gamma',
    state: 'change',
    words: 'Stands with another company now',
    may_be_included: true,
    included: false,
  },
  {
    id: '14',
    customer: 'Delta',
    company: 'Delta Ltd',
    now: null,
    state: 'missing',
    words: 'Not there yet',
    may_be_included: false,
    included: false,
  },
];

const LAST: LastWriting = {
  begun: '2026-05-01T10:00:00Z',
  host: 'docs.example',
  rows: 3,
  done: 1,
  failed: 1,
  unknown: 0,
  waiting: 1,
  message: 'The server asked for a longer pause.',
};

const WRITTEN: WrittenRow[] = [
  {
    id: '13',
    customer: 'Beta',
    company: 'Beta Ltd',
    before: 'Gamma',
    outcome: 'failed',
    words: 'The server refused it',
  },
  { id: '14', customer: 'Delta', company: 'Delta Ltd', before: null, outcome: 'waiting', words: 'Not sent' },
  { id: '12', customer: 'Acme', company: 'ACME Ltd', before: null, outcome: 'done', words: 'Written' },
];

const WRITING: WritingView = {
  offered: true,
  host: 'docs.example',
  has_key: true,
  number: '3',
  number_hint: 'In the address of the page.',
  remarks: ['Let it synchronise first.'],
  decided: 3,
  running: null,
  plan: null,
  last: null,
};

const MAPPING = {
  card: { key: 'companies', counts: { accepted: 3 } },
  reader: { address: 'https://docs.example', has_key: true },
} as unknown as MappingView;

/** The section with a program behind it that answers so. */
async function shown(first: Partial<WritingView>, answers: Record<string, unknown> = {}, view = MAPPING) {
  const writing: WritingView = { ...WRITING, ...first };
  const call = vi.fn((name: string): Promise<unknown> => {
    if (name in answers) return Promise.resolve(answers[name]);
    if (name === 'write_plan_rows') return Promise.resolve({ total: ROWS.length, rows: ROWS });
    if (name === 'written_rows') return Promise.resolve({ total: WRITTEN.length, rows: WRITTEN });
    return Promise.resolve(writing);
  });
  const wizard = new Wizard({ call } as unknown as Backend);
  wizard.view = connection([]);
  const screen = await render(WriteThere, { wizard, view, product: PRODUCT });
  return { call, writing, screen };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('is not there where the mapping cannot be written', async () => {
  const { call } = await shown({ offered: false });
  await vi.waitFor(() => expect(call).toHaveBeenCalled());
  await expect.element(page.getByText(words.title(PRODUCT))).not.toBeInTheDocument();
});

it('asks for the server, the number and a decision before it offers to look', async () => {
  const noServer = { ...MAPPING, reader: { address: null, has_key: false } };
  const { screen } = await shown({ number: null }, {}, noServer);
  await expect.element(page.getByText(words.noServer(PRODUCT))).toBeVisible();
  await screen.rerender({ view: MAPPING });
  await expect.element(page.getByLabelText(words.number.label)).toBeVisible();
  await expect.element(page.getByText(WRITING.number_hint)).toBeVisible();
  await expect.element(button(words.look)).not.toBeInTheDocument();
});

it('says what is wrong with a number and keeps a good one', async () => {
  const problem = 'The number of an integration is digits only.';
  const answers: Record<string, unknown> = {
    set_integration_number: { problem, view: { ...WRITING, number: null } },
  };
  const { call } = await shown({ number: null }, answers);
  const field = page.getByLabelText(words.number.label);
  await field.fill('halo');
  await button(words.number.save).click();
  await expect.element(page.getByText(problem)).toBeVisible();
  await expect.element(field).toHaveValue('halo');
  answers['set_integration_number'] = { problem: null, view: WRITING };
  await field.fill('3');
  await button(words.number.save).click();
  await expect.element(page.getByText(words.number.kept('3'))).toBeVisible();
  expect(call).toHaveBeenLastCalledWith('set_integration_number', expect.objectContaining({ number: '3' }));
  await expect.element(button(words.look)).toBeVisible();
});

it('shows what would be written and ticks only what may be', async () => {
  const view = { ...WRITING, plan: { ...PLAN, included: 2 } };
  const { call } = await shown({ plan: PLAN }, { include_in_writing: view });
  const grid = page.getByRole('grid', { name: words.plan.grid(PRODUCT) });
  await expect.element(page.getByText(words.plan.total(1, 'docs.example'))).toBeVisible();
  await expect.element(page.getByText(words.plan.rest(3, 1))).toBeVisible();
  const tick = (customer: string) => grid.getByRole('checkbox', { name: words.plan.include(customer) });
  await expect.element(tick('Acme')).toBeChecked();
  await expect.element(tick('Beta')).not.toBeChecked();
  await expect.element(tick('Delta')).not.toBeInTheDocument();
  await expect.element(grid.getByText('Gamma')).toBeVisible();
  await expect.poll(() => violations()).toEqual([]);
  await tick('Beta').click();
  const one = { plan: 5, row: '13', state: null, included: true };
  expect(call).toHaveBeenCalledWith('include_in_writing', expect.objectContaining(one));
  await expect.element(button(words.plan.write(2, PRODUCT))).toBeVisible();
});

it('writes nothing before the question is answered, and then what was shown', async () => {
  const { call } = await shown(
    { plan: PLAN },
    { start_writing: { run: 7 }, watch_mapping: { ended: { how: 'done' } } },
  );
  await button(words.plan.write(1, PRODUCT)).click();
  await expect.element(page.getByText(words.confirm.where('docs.example', '3'))).toBeVisible();
  await button(words.confirm.cancel).click();
  expect(call.mock.calls.map(([name]) => name)).not.toContain('start_writing');
  await button(words.plan.write(1, PRODUCT)).click();
  await button(words.confirm.confirm).click();
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith('watch_mapping', { run: 7, seen: 0 }));
  expect(call).toHaveBeenCalledWith('start_writing', expect.objectContaining({ plan: 5, rows: 1 }));
});

it('says why a writing stopped, and looks again at what is left', async () => {
  const { call } = await shown(
    { last: LAST },
    { start_write_plan: { run: 8 }, watch_mapping: { ended: { how: 'done' } } },
  );
  await expect.element(page.getByText(words.result.total(1, 3))).toBeVisible();
  await expect.element(page.getByText(words.result.failed(1))).toBeVisible();
  await expect.element(page.getByText(words.result.waiting(1))).toBeVisible();
  await expect.element(page.getByText(LAST.message ?? '')).toBeVisible();
  const grid = page.getByRole('grid', { name: words.result.grid });
  await expect
    .element(grid.getByRole('row').nth(1))
    .toHaveTextContent(/Beta.*The server refused it.*Before: Gamma/);
  await expect.poll(() => violations()).toEqual([]);
  await button(words.result.retry(2)).click();
  expect(call).toHaveBeenCalledWith('start_write_plan', expect.objectContaining({ only_failed: true }));
});

it('finds a writing that goes on, and stops it', async () => {
  const progress = {
    version: 2,
    what: 'Writing to docs.example',
    done: 4,
    total: 9,
    waiting_seconds: null,
    ended: null,
  };
  let end: (value: unknown) => void = () => undefined;
  const ended = new Promise((resolve) => (end = resolve));
  let watched = 0;
  const call = vi.fn((name: string): Promise<unknown> => {
    if (name === 'watch_mapping') return watched++ === 0 ? Promise.resolve(progress) : ended;
    if (name === 'written_rows') return Promise.resolve({ total: 0, rows: [] });
    return Promise.resolve({ ...WRITING, running: 7 });
  });
  const wizard = new Wizard({ call } as unknown as Backend);
  wizard.view = connection([]);
  await render(WriteThere, { wizard, view: MAPPING, product: PRODUCT });
  await expect.element(page.getByText(text.mapping.run.amount(4, 9))).toBeVisible();
  await button(words.run.stop).click();
  expect(call).toHaveBeenCalledWith('cancel_mapping', { run: 7 });
  end({ ...progress, ended: { how: 'cancelled', kept: 0 } });
  await expect.element(page.getByText(words.run.writeStopped)).toBeVisible();
});
