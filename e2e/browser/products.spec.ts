/** Choosing a product, and one that comes from a file: opened, shown, kept, used, removed. */
import type { Page } from '@playwright/test';

import { accessibilityProblems } from '../support/axe.ts';
import type { DevHost } from '../support/dev-host.ts';
import { expect, test } from './fixtures.ts';
import { larkspur } from './larkspur.ts';
import { call } from './prepare.ts';
import { Walk } from './walk.ts';

const SEARCH = 'Search by name, maker or purpose';

async function products(page: Page, host: DevHost): Promise<Walk> {
  const walk = new Walk(page, host);
  await page.goto('/');
  await walk.button('Connect a product').click();
  await expect(page.getByLabel(SEARCH)).toBeVisible();
  return walk;
}

/** Opens the file by the dialog. */
async function open(walk: Walk, host: DevHost, name: string, contents: string): Promise<void> {
  await host.choose(name, contents);
  await walk.button('Open a profile file').click();
  await expect(walk.heading).toHaveText(`The profile file ${name}`);
}

test('a product is found with a letter wrong, by keyboard alone', async ({ page, host }) => {
  await products(page, host);
  await page.getByLabel(SEARCH).focus();
  await page.keyboard.type('movila');
  const first = page.getByRole('main').getByRole('link').first();
  await expect(first).toHaveText('Moovila');
  await expect(page.getByRole('status').filter({ hasText: 'Enter opens Moovila.' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel(SEARCH)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connect HaloPSA with Moovila');
});

test('what a product will need stands in the list, and its category narrows it', async ({ page, host }) => {
  await products(page, host);
  const needs = 'about 40 minutes · 13 scopes · an agent of its own · set-up rights in Halo and Moovila';
  // The heading says the category; a line says it where what was typed takes the headings away.
  const shelf = page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Service desk', exact: true }) });
  await expect(shelf.getByText(needs, { exact: true })).toBeVisible();
  const all = await page.getByRole('main').getByRole('link').count();
  await page.getByLabel(SEARCH).fill('moovila');
  await expect(page.getByText(`Service desk · ${needs}`, { exact: true })).toBeVisible();
  await page.getByLabel(SEARCH).fill('');
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(all);
  await page.getByLabel('Category').selectOption({ index: 1 });
  const some = await page.getByRole('main').getByRole('link').count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
});

test(
  'where nothing matches, the word is said again and the way on is there',
  { tag: '@themes' },
  async ({ page, host }) => {
    const walk = await products(page, host);
    const all = await page.getByRole('main').getByRole('link').count();
    await page.getByLabel(SEARCH).fill('xyzzy corp');
    await expect(page.getByText('Nothing here matches “xyzzy corp”.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your product is not in the list?' })).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);
    await walk.button('Save the guide: how to write one').click();
    await expect(page.getByText(/^Saved: .+adding-a-profile\.md$/)).toBeVisible();
    await walk.button('Show all products').click();
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(all);
  },
);

test(
  'a file with problems is told whole, and nothing of it is kept',
  { tag: '@themes' },
  async ({ page, host }) => {
    const walk = await products(page, host);
    const bad = larkspur
      .replace('minutes = 12', 'minutes = "soon"')
      .replace('link = "https://rota.larkspur.example/settings"', 'link = "http://rota.larkspur.example"')
      .replace('side = "vendor", text', 'side = "elsewhere", text');
    await open(walk, host, 'larkspur.toml', bad);
    const problems = page.getByRole('main').getByRole('listitem');
    await expect(page.getByText('3 problems stand against its use')).toBeVisible();
    await expect(problems).toHaveCount(3);
    await expect(problems.first()).toContainText('Line 8, column 11');
    await expect(problems.nth(1)).toContainText('must be one of');
    await expect(problems.nth(2)).toContainText('https://');
    await expect(walk.button('Keep this profile')).toBeHidden();
    expect(await accessibilityProblems(page)).toEqual([]);
    const { cards } = await call<{ cards: { id: string }[] }>(host, 'profiles', {});
    expect(cards.map(({ id }) => id)).not.toContain('larkspur');

    await host.choose('larkspur.toml', larkspur);
    await walk.button('Read the file again').click();
    await expect(walk.button('Keep this profile')).toBeVisible();
  },
);

test(
  'a file is shown before it is kept, marked wherever it is used, and removed',
  { tag: '@themes' },
  async ({ page, host }) => {
    const walk = await products(page, host);
    await open(walk, host, 'larkspur.toml', larkspur);
    await expect(page.getByText('Nothing has been kept yet.')).toBeVisible();
    await expect(page.getByText('This profile is not built in')).toBeVisible();
    for (const asked of [
      'read:calendar',
      'read:tickets · recommended',
      'Tickets Access Level: Read Only',
      'The agent Larkspur API',
      'Publish the rota · in Larkspur Rota',
      'Passphrase · the Client Secret goes here',
      'The form: Settings > HaloPSA (rota.larkspur.example)',
    ])
      await expect(page.getByRole('main').getByText(asked, { exact: true }).first()).toBeVisible();
    for (const host of ['help.larkspur.example', 'rota.larkspur.example'])
      await expect(page.getByRole('main').locator('strong', { hasText: host })).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);

    await walk.button('Keep this profile').click();
    await expect(walk.heading).toHaveText('Connect HaloPSA with Larkspur Rota');
    await expect(page.getByText(/^Kept from larkspur\.toml/)).toBeVisible();
    await walk.button('Back').click();
    await page.getByLabel(SEARCH).fill('shifts');
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Larkspur Rota' }) });
    await expect(row.getByText('Not built in')).toBeVisible();
    await page.getByRole('link', { name: 'Larkspur Rota', exact: true }).click();
    await walk.button('Start').click();
    await expect(walk.tasks).toBeVisible();
    const strip = page.getByText('The profile of Larkspur Rota came from a file.');
    await expect(strip).toBeVisible();
    expect(await accessibilityProblems(page)).toEqual([]);

    await walk.button('All connections').click();
    await expect(page.getByText('Not built in')).toBeVisible();
    await walk.button('Connect another product').click();
    await page.getByRole('link', { name: 'Larkspur Rota', exact: true }).click();
    await expect(page.getByText(/^Used by Larkspur Rota\./)).toBeVisible();
    await expect(walk.button('Remove this profile')).toBeHidden();

    await walk.button('Back').click();
    await walk.button('Back').click();
    await page.getByRole('link', { name: 'Larkspur Rota', exact: true }).click();
    await page.getByText('Name and removal').click();
    await walk.button('Delete this connection').click();
    await walk.button('Delete the connection').click();
    await walk.button('Connect a product').click();
    await page.getByRole('link', { name: 'Larkspur Rota', exact: true }).click();
    await walk.button('Remove this profile').click();
    await walk.button('Remove the profile').click();
    await expect(page.getByLabel(SEARCH)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Larkspur Rota', exact: true })).toBeHidden();
  },
);

test('a product from a file is set up and proved like any other', async ({ page, host }) => {
  test.slow();
  const walk = await products(page, host);
  await open(walk, host, 'larkspur.toml', larkspur);
  await walk.button('Keep this profile').click();
  await walk.button('Start').click();
  await expect(walk.tasks).toBeVisible();
  const marked: string[] = [];
  await walk.through('larkspur', async (heading) => {
    await expect(page.getByText('The profile of Larkspur Rota came from a file.')).toBeVisible();
    marked.push(heading);
    if (await page.getByRole('heading', { name: 'What this agent can see' }).isVisible())
      await expect(page.getByText(/^Everything Halo can prove is right/)).toBeVisible();
    if (await walk.button('Copy the secret').isVisible())
      await expect(page.getByText(/This form is described by a profile from a file/)).toBeVisible();
  });
  expect(marked.length).toBeGreaterThan(10);
});

test('a file cannot stand in for a built-in product', async ({ page, host }) => {
  const walk = await products(page, host);
  await open(walk, host, 'moovila.toml', larkspur.replace('id = "larkspur"', 'id = "moovila"'));
  await expect(page.getByText(/a profile of its own with the id “moovila”/)).toBeVisible();
  await expect(walk.button('Keep this profile')).toBeHidden();

  const twin = larkspur.replace('name = "Larkspur Rota"', 'name = "moo-vila"');
  await host.choose('twin.toml', twin);
  await walk.button('Open another file').click();
  await expect(page.getByText(/built-in profile for Moovila\. This file is not it/)).toBeVisible();
  await expect(walk.button('Keep this profile')).toBeVisible();
});

test('a kept profile is replaced in so many words', async ({ page, host }) => {
  const walk = await products(page, host);
  await open(walk, host, 'larkspur.toml', larkspur);
  await walk.button('Keep this profile').click();
  await walk.button('Start').click();
  await walk.button('All connections').click();
  await walk.button('Connect another product').click();

  await open(walk, host, 'larkspur.toml', larkspur);
  await expect(page.getByText('You keep this very text already.')).toBeVisible();
  await expect(walk.button('Keep this profile')).toBeHidden();

  await host.choose('older.toml', larkspur.replace('2026-05', '2024-01'));
  await walk.button('Open another file').click();
  await expect(
    page.getByText(/^You keep a profile with the id “larkspur” already, from larkspur\.toml/),
  ).toBeVisible();
  await expect(page.getByText(/looks like an older version/)).toBeVisible();
  await expect(page.getByText(/^One connection uses it: Larkspur Rota\./)).toBeVisible();
  await walk.button('Keep this profile').click();
  await expect(page.getByText(/^Kept from older\.toml/)).toBeVisible();
});
