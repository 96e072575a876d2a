import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Action, Backend, FinishGuide, Guide, Page, TaskKind } from '$lib/backend';
import { text } from '$lib/text';
import FinishPage from '../../src/pages/FinishPage.svelte';
import GuidePage from '../../src/pages/GuidePage.svelte';
import { Wizard } from '../../src/wizard/wizard.svelte';
import { violations } from '../accessibility';
import { connection } from './samples';

const view = connection([]);
const frame = { pageKey: 'one', title: 'A step', back: { label: 'Back', onclick: () => undefined } };
const action = (said: string, label?: string, value?: string): Action => ({
  text: said,
  copy: label !== undefined && value !== undefined ? { label, value } : null,
});

function program(reply: (name: string) => unknown = () => ({})) {
  const asked: { name: string; request: Record<string, unknown> }[] = [];
  const backend = {
    call: (name: string, request: Record<string, unknown>) => {
      asked.push({ name, request });
      return Promise.resolve(reply(name));
    },
  } as unknown as Backend;
  const wizard = new Wizard(backend);
  wizard.view = view;
  return { wizard, asked };
}

async function shown(guide: Partial<Guide>) {
  const { wizard, asked } = program();
  const body = {
    kind: 'guide' as const,
    place: { path: [], link: null },
    actions: [],
    screen: null,
    confirms: 'vendor:one',
    task: null,
    ...guide,
  };
  const one: Page = { id: 'vendor/one', title: 'A step', lead: null, notes: [], body, sources: [] };
  await render(GuidePage, { wizard, view, frame, page: one, body, onpass: () => Promise.resolve() });
  return asked;
}

for (const kind of Object.keys(text.byHand.kinds) as TaskKind[]) {
  it(`says that a step is of the kind ${kind}`, async () => {
    await shown({ task: { kind, again: null, success: null }, actions: [action('Do it.')] });
    await expect.element(page.getByText(text.byHand.kinds[kind], { exact: true })).toBeVisible();
    await expect.element(page.getByText(text.byHand.success)).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });
}

it('has every name and event of a webhook to copy, what it is done again for, and how one knows', async () => {
  const asked = await shown({
    task: { kind: 'webhook', again: 'Do this again for each brand.', success: 'The address appears.' },
    place: { path: ['Configuration', 'Webhooks'], link: 'https://acme.halopsa.com/config/webhooks' },
    actions: [
      action('Enter the name.', 'Webhook Name', 'Exampla'),
      action('Add the event.', 'Event', 'New Ticket Logged'),
      action('Add the event.', 'Event', 'Ticket Closed'),
    ],
  });
  await expect.element(page.getByText('Do this again for each brand.')).toBeVisible();
  await expect.element(page.getByText(text.byHand.success)).toBeVisible();
  await expect.element(page.getByText('The address appears.')).toBeVisible();
  const events = page.getByRole('button', { name: 'Copy Event' });
  await events.first().click();
  await events.last().click();
  await page.getByRole('button', { name: text.task.open('acme.halopsa.com') }).click();
  await page.getByRole('checkbox').click();
  expect(
    asked.map(({ name, request }) => [name, request['text'] ?? request['link'] ?? request['finding']]),
  ).toEqual([
    ['copy_text', 'New Ticket Logged'],
    ['copy_text', 'Ticket Closed'],
    ['open_link', 'https://acme.halopsa.com/config/webhooks'],
    ['confirm_finding', 'vendor:one'],
  ]);
  expect(await violations()).toEqual([]);
});

it('ends with what to take back, how to take all out, and the guides that say so', async () => {
  const link = 'https://help.exampla.example/remove';
  const guide: FinishGuide = {
    rotate: [],
    remove: [action('In Exampla, select Disconnect.')],
    remove_sources: [{ title: 'Leaving Exampla', link, date: '2026-05' }],
    clean_up: [action('Take the role Administrator away again.')],
    recheck: 'Check again at any time.',
  };
  const { wizard, asked } = program((name) => (name === 'finish_guide' ? guide : {}));
  const one: Page = {
    id: 'finish/all',
    title: 'Done',
    lead: null,
    notes: [],
    body: { kind: 'finish' },
    sources: [],
  };
  await render(FinishPage, { wizard, view, frame, page: one, onpass: () => Promise.resolve() });
  await expect.element(page.getByText('Take the role Administrator away again.')).toBeVisible();
  await expect.element(page.getByText(text.finish.rotate)).not.toBeInTheDocument();
  await page.getByText(text.finish.remove).click();
  await expect.element(page.getByText('In Exampla, select Disconnect.')).toBeVisible();
  await page.getByText(text.finish.removeSources).click();
  await page.getByRole('button', { name: /^Open .*Leaving Exampla$/ }).click();
  expect(asked.at(-1)).toMatchObject({ name: 'open_link', request: { link } });
  expect(await violations()).toEqual([]);
});
