import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CommandFailed, type Backend, type TestTicketView, type TrialOutcome } from '$lib/backend';
import { text } from '$lib/text';
import TestTicketLeft from '../../src/pages/parts/TestTicketLeft.svelte';
import TestTicketSection from '../../src/pages/parts/TestTicketSection.svelte';
import { Wizard } from '../../src/wizard/wizard.svelte';
import { violations } from '../accessibility';
import { connection } from './samples';

const view = connection([]);

const outcome = (more: Partial<TrialOutcome> = {}): TrialOutcome => ({
  at: new Date().toISOString(),
  good: true,
  headline: 'Exampla may write tickets',
  customer: 'Acme',
  ticket_type: 'Incident',
  steps: [
    { act: 'create', state: 'done', title: 'The ticket was made', detail: null, fix: null },
    {
      act: 'note',
      state: 'refused',
      title: 'The note was not added',
      detail: 'Halo said: “No.”',
      fix: { text: 'Open the agent.', path: ['Configuration', 'Agents'], link: null },
    },
  ],
  came_back: [{ label: 'Team', value: 'Service Desk' }],
  left: null,
  ...more,
});

const LEFT = {
  urgent: true,
  title: 'Ticket 30001 is still open in your Halo',
  fix: { text: 'Open it and delete it.', path: [], link: 'https://acme.halopsa.com/ticket?id=30001' },
};

/** A program that answers as the tests say, and writes down what it was asked to do. */
class Program {
  readonly asked: { name: string; request: Record<string, unknown> }[] = [];
  last: TrialOutcome | null = null;
  after: TrialOutcome = outcome();
  running: number | null = null;
  offered = true;
  /** Watching ends only when this is called. */
  end: () => void = () => undefined;
  #ended = new Promise<void>((resolve) => (this.end = resolve));
  refuse: string | null = null;

  readonly backend = {
    call: async (name: string, request: Record<string, unknown>) => {
      this.asked.push({ name, request });
      if (this.refuse === name) throw new CommandFailed('storage', 'The disk is full.');
      if (name === 'test_ticket' || name === 'test_ticket_removed') return this.#view();
      if (name === 'test_ticket_choices') return CHOICES;
      if (name === 'start_test_ticket' || name === 'clear_up_test_ticket') return { run: 7 };
      if (name !== 'watch_check') return {};
      if (request['seen'] === 0) return { ...PROGRESS, ended: null };
      await this.#ended;
      this.last = this.after;
      this.running = null;
      return { ...PROGRESS, version: 2, ended: { how: 'done', view, findings: [] } };
    },
  } as unknown as Backend;

  named(name: string) {
    return this.asked.filter((asked) => asked.name === name).map(({ request }) => request);
  }

  #view(): TestTicketView {
    return {
      offered: this.offered,
      will_write_and_delete: ['One ticket.', 'Then it is deleted.'],
      will_write_and_close: ['One ticket.', 'Then it is closed.'],
      running: this.running,
      last: this.last,
    };
  }
}

const CHOICES = {
  customers: [
    { id: 12, name: 'Acme' },
    { id: 13, name: 'Bolt' },
  ],
  total: 230,
  ticket_types: [
    { ticket_type: { id: 1, name: 'Incident' }, wanted: true },
    { ticket_type: { id: 3, name: 'Service Request' }, wanted: false },
  ],
  problem: null,
};
const PROGRESS = {
  version: 1,
  looks: [{ what: 'Make the test ticket', state: 'looking' }],
  waiting_seconds: null,
};

const words = text.testTicket;
const button = (name: string) => page.getByRole('button', { name, exact: true });

const heading = (name: string) => page.getByRole('heading', { name, exact: true });

async function shown(program: Program) {
  const wizard = new Wizard(program.backend);
  wizard.view = view;
  return render(TestTicketSection, { wizard, view });
}

it('is not there for a product that makes no tickets', async () => {
  const program = new Program();
  program.offered = false;
  await shown(program);
  await expect.poll(() => program.named('test_ticket').length).toBe(1);
  await expect.element(page.getByRole('heading', { name: words.title })).not.toBeInTheDocument();
});

it('asks, chooses nothing by itself, says what it will write, and makes one ticket', async () => {
  const program = new Program();
  await shown(program);
  await button(words.begin).click();
  await expect.element(heading(words.begin)).toHaveFocus();
  await expect.element(page.getByText('The first 2 customers of 230')).toBeVisible();
  expect(await violations()).toEqual([]);

  await button(words.make).click();
  await expect.element(page.getByText(words.noCustomer, { exact: true })).toBeVisible();
  await expect.element(page.getByText(words.noType, { exact: true })).toBeVisible();
  await expect.element(page.getByRole('radio', { name: 'Acme' })).toHaveFocus();
  expect(program.named('start_test_ticket')).toEqual([]);
  expect(await violations()).toEqual([]);

  await page.getByRole('radio', { name: 'Bolt' }).click();
  await page.getByRole('radio', { name: 'Incident' }).click();
  await expect.element(page.getByText('Then it is deleted.')).toBeVisible();
  await page.getByRole('radio', { name: words.close }).click();
  await expect.element(page.getByText('Then it is closed.')).toBeVisible();
  await button(words.make).click();
  expect(program.named('start_test_ticket')).toEqual([
    {
      connection: 'one',
      customer: { id: 13, name: 'Bolt' },
      ticket_type: { id: 1, name: 'Incident' },
      afterwards: 'close',
    },
  ]);
  await expect.element(page.getByText('Make the test ticket')).toBeVisible();
  await expect.element(heading(words.label)).toHaveFocus();
  expect(await violations()).toEqual([]);
  await button(words.stop).click();
  program.end();
  await expect.element(page.getByText('The note was not added')).toBeVisible();
  await expect.element(heading('Exampla may write tickets')).toHaveFocus();
  await expect.element(page.getByText('Service Desk')).toBeVisible();
  await expect.element(button(words.again)).toBeVisible();
  expect(await violations()).toEqual([]);
});

it('searches by Enter without leaving the page', async () => {
  const program = new Program();
  await shown(program);
  await button(words.begin).click();
  const field = page.getByLabelText(words.search);
  await field.fill('bolt');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => program.named('test_ticket_choices').at(-1)?.['customer']).toBe('bolt');
});

it('stops once, and goes on watching until the ticket is taken away', async () => {
  const program = new Program();
  program.running = 7;
  await shown(program);
  await button(words.stop).click();
  await expect.element(page.getByText(words.stopping)).toBeVisible();
  expect(program.named('cancel_check')).toEqual([{ run: 7 }]);
  program.end();
  await expect.element(page.getByText('Exampla may write tickets')).toBeVisible();
});

it('names what is left first, offers to remove it, and does not offer another ticket', async () => {
  const program = new Program();
  program.last = outcome({ good: false, left: LEFT });
  await shown(program);
  await expect.element(page.getByText(LEFT.title)).toBeVisible();
  await expect.element(button(words.again)).not.toBeInTheDocument();
  expect(await violations()).toEqual([]);
  await button(words.openTicket('acme.halopsa.com')).click();
  expect(program.named('open_link')[0]?.['link']).toBe(LEFT.fix.link);
  await button(words.clearUp).click();
  program.end();
  await expect.element(page.getByText(LEFT.title)).not.toBeInTheDocument();
  expect(program.named('clear_up_test_ticket')).toHaveLength(1);
  await expect.element(button(words.again)).toBeVisible();
});

it('is named on the hub as long as it is left, and nothing else is', async () => {
  const program = new Program();
  const wizard = new Wizard(program.backend);
  program.last = outcome({ good: false, left: LEFT });
  const onopen = vi.fn();
  const screen = await render(TestTicketLeft, { wizard, connection: 'one', onopen });
  await expect.element(page.getByText(LEFT.title)).toBeVisible();
  expect(await violations()).toEqual([]);
  await button(words.openProof).click();
  expect(onopen).toHaveBeenCalledOnce();
  await screen.unmount();
  program.last = outcome({ left: { ...LEFT, urgent: false } });
  await render(TestTicketLeft, { wizard, connection: 'one', onopen });
  await expect.poll(() => program.named('test_ticket').length).toBe(2);
  await expect.element(page.getByText(LEFT.title)).not.toBeInTheDocument();
});

it('takes the admin’s word that nothing is left', async () => {
  const program = new Program();
  program.last = outcome({ good: false, left: LEFT });
  await shown(program);
  await expect.element(page.getByText(LEFT.title)).toBeVisible();
  program.last = outcome();
  await button(words.removed).click();
  await expect.element(page.getByText(LEFT.title)).not.toBeInTheDocument();
});

it('says what the program could not do, and can be tried again', async () => {
  const program = new Program();
  program.refuse = 'start_test_ticket';
  await shown(program);
  await button(words.begin).click();
  await page.getByRole('radio', { name: 'Acme' }).click();
  await page.getByRole('radio', { name: 'Incident' }).click();
  await button(words.make).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
  program.refuse = null;
  await button(words.begin).click();
  await expect.element(button(words.make)).toBeVisible();
});
