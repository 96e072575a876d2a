import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Backend, FilledForm, FormRow, HandOverWay, Page } from '$lib/backend';
import { text } from '$lib/text';
import HandOverPage from '../../src/pages/HandOverPage.svelte';
import { Wizard } from '../../src/wizard/wizard.svelte';
import { violations } from '../accessibility';
import { connection } from './samples';

const words = text.handOver;
const view = connection([]);

const row = (label: string, more: Partial<FormRow> = {}): FormRow => ({
  position: 1,
  label,
  section: null,
  meaning: 'constant',
  kind: 'text',
  options: [],
  optional: false,
  text: null,
  leave_empty: false,
  goes_into: null,
  only_if: null,
  hint: null,
  ...more,
});

const form = (rows: FormRow[], more: Partial<FilledForm> = {}): FilledForm => ({
  how: 'form',
  target: null,
  warning: null,
  path: [],
  link: null,
  remarks: [],
  rows: rows.map((one, index) => ({ ...one, position: index + 1 })),
  finish_with: null,
  ...more,
});

let copied: string[];
let asked: { name: string; request: Record<string, unknown> }[];

beforeEach(() => {
  copied = [];
  asked = [];
});

/** The page with this form, as the program would hand it over. */
async function shown(filled: FilledForm) {
  const backend = {
    call: (name: string, request: Record<string, unknown>) => {
      asked.push({ name, request });
      if (name === 'copy_text') copied.push(String(request['text']));
      if (name === 'hand_over') return Promise.resolve({ form: filled, ticked: [] });
      return Promise.resolve(name === 'tick' ? view : {});
    },
  } as unknown as Backend;
  const wizard = new Wizard(backend);
  wizard.view = view;
  const body = { kind: 'hand-over' } as const;
  const one: Page = { id: 'hand-over/form', title: 'The form', lead: null, notes: [], body, sources: [] };
  const frame = { pageKey: 'form', title: 'The form', back: { label: 'Back', onclick: () => undefined } };
  await render(HandOverPage, { wizard, view, frame, page: one, onpass: () => Promise.resolve() });
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  return wizard;
}

const copy = (label: string) => page.getByRole('button', { name: `${text.copy.copy} ${label}`, exact: true });

describe('a field of the form', () => {
  it('that is chosen from a list shows the list with the right one marked, and nothing to copy', async () => {
    await shown(
      form([row('Hosting', { kind: 'choice', options: ['On our server', 'Hosted'], text: 'Hosted' })]),
    );
    const list = page.getByRole('list', { name: 'Hosting' });
    await expect.element(list.getByText('Hosted')).toHaveTextContent(`Hosted: ${words.chosen}`);
    await expect.element(list.getByText('On our server')).toHaveTextContent(/^On our server$/);
    await expect.element(page.getByText(/One of a list$/)).toBeVisible();
    await expect.element(copy('Hosting')).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it('of the admin’s own says what it offers, what is usual, and that it may stay empty', async () => {
    await shown(
      form([
        row('Frequency', { meaning: 'own', kind: 'choice', options: ['daily', 'monthly'] }),
        row('Days', { meaning: 'own', kind: 'several', options: ['Monday', 'Friday'], optional: true }),
        row('Most tickets', { meaning: 'own', kind: 'number', text: '30' }),
        row('Start', { meaning: 'own', kind: 'date' }),
        row('At', { meaning: 'own', kind: 'time', text: '07:00' }),
        row('Reports to', { meaning: 'own', kind: 'email' }),
        row('Sync', { meaning: 'own', kind: 'switch', options: ['On', 'Off'], text: 'On' }),
        row('Own key', { meaning: 'own', kind: 'secret' }),
      ]),
    );
    await expect.element(page.getByText(words.offers, { exact: true })).toBeVisible();
    await expect.element(page.getByText(words.offersSeveral, { exact: true })).toBeVisible();
    await expect
      .element(page.getByText(`Field 2 · ${words.kinds.several} · ${words.optional}`))
      .toBeVisible();
    for (const kind of ['number', 'date', 'time', 'email', 'switch', 'secret'] as const)
      await expect.element(page.getByText(new RegExp(`· ${words.kinds[kind]}$`))).toBeVisible();
    await expect.element(page.getByText(words.advised).first()).toBeVisible();
    await expect.element(page.getByText(words.ownSecret)).toBeVisible();
    await expect.element(page.getByText(words.offersAdvised)).toBeVisible();
    await copy('Most tickets').click();
    expect(copied).toEqual(['30']);
    expect(await violations()).toEqual([]);
  });

  it('whose value goes back into Halo leads to the step that needs it', async () => {
    const goes_into = { page: 'vendor/callback', title: 'Create the webhook' };
    const wizard = await shown(
      form([
        row('Callback URL', { meaning: 'from-vendor', goes_into, hint: 'Exampla shows this value' }),
        row('Token', { meaning: 'leave-alone', hint: 'Leave this as Exampla has it' }),
      ]),
    );
    await expect.element(page.getByText('Exampla shows this value')).toBeVisible();
    await expect.element(page.getByText('Leave this as Exampla has it')).toBeVisible();
    await expect.element(page.getByText(words.unknown)).not.toBeInTheDocument();
    await page.getByRole('button', { name: words.goTo(goes_into.title) }).click();
    expect(wizard.route).toEqual({ at: 'page', page: 'vendor/callback' });
  });

  it('stands under its heading, with what it hangs on', async () => {
    await shown(
      form([
        row('Address', { section: 'Server', text: 'https://acme.halopsa.com' }),
        row('Day', { section: 'Billing', meaning: 'own', only_if: 'Only there when Frequency is monthly.' }),
        row('Tenant', { section: 'Billing', leave_empty: true }),
        row('Agent', { section: 'Server', meaning: 'agent-id' }),
        row('Secret', { section: 'Server', meaning: 'client-secret' }),
      ]),
    );
    const headings = page.getByRole('heading', { level: 3 });
    await expect
      .poll(() => headings.elements().map((one) => one.textContent))
      .toEqual(['Server', 'Billing', 'Server']);
    await expect.element(page.getByText('Only there when Frequency is monthly.')).toBeVisible();
    await expect.element(page.getByText(words.empty)).toBeVisible();
    await expect.element(page.getByText(words.unknown)).toBeVisible();
    await expect.element(page.getByRole('button', { name: words.copySecret })).toBeVisible();
    await page.getByRole('checkbox', { name: `${words.done} Day` }).click();
    expect(asked.at(-1)?.request).toMatchObject({ key: 'hand-over:Day', done: true });
    expect(await violations()).toEqual([]);
  });
});

describe('a way that is no form', () => {
  const WAYS: [HandOverWay, string][] = [
    ['portal', 'Exampla portal'],
    ['file', 'exampla.ini'],
    ['environment', 'the scheduler'],
    ['email', 'onboarding@exampla.example'],
  ];
  for (const [how, target] of WAYS) {
    it(`by ${how} says where it goes, under which name, and what must not be done`, async () => {
      await shown(
        form([row('EXAMPLA_ID', { text: '4c1f' })], { how, target, warning: 'Never send the secret.' }),
      );
      await expect.element(page.getByText('Never send the secret.')).toBeVisible();
      await expect.element(page.getByRole('heading', { name: words.where[how], exact: true })).toBeVisible();
      await expect.element(page.getByRole('heading', { name: words.values[how], exact: true })).toBeVisible();
      await copy(words.target[how]).click();
      await copy('EXAMPLA_ID').click();
      expect(copied).toEqual([target, '4c1f']);
      expect(await violations()).toEqual([]);
    });
  }

  it('lets the name of a variable be copied as well as its value', async () => {
    await shown(form([row('EXAMPLA_ID', { text: '4c1f' })], { how: 'environment' }));
    await copy(words.nameOf(1)).click();
    expect(copied).toEqual(['EXAMPLA_ID']);
  });

  it('by signing in has nothing to fill in, and no count of it', async () => {
    await shown(form([], { how: 'sign-in' }));
    await expect.element(page.getByText(words.signIn)).toBeVisible();
    await expect.element(page.getByText(/entered$/)).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });
});
