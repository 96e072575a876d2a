/** The whole way through the wizard, from the first page to the saved report, and what stays of it. */
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { copySecret } from './prepare.ts';
import { Walk } from './walk.ts';

/** Everything the program answers the page, and every trouble the page has with it. */
function listen(page: Page): { replies: Promise<string>[]; problems: string[] } {
  const replies: Promise<string>[] = [];
  const problems: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/call/')) replies.push(response.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return { replies, problems };
}

test('from choosing a product to a proved connection and its report', async ({ page, host }) => {
  test.slow();
  const { replies, problems } = listen(page);
  const secret = await copySecret(host, 'moovila');
  await host.copy('nothing yet');
  const walk = new Walk(page, host);
  await walk.begin('Moovila');

  const visited: string[] = [];
  await walk.through('moovila', async (heading) => {
    visited.push(heading);
    await expect(walk.heading, 'the heading takes the focus').toBeFocused();
    await expect(page, 'the window says where one is').toHaveTitle(`${heading} – Halyard`);
    if (await page.getByRole('heading', { name: 'What this agent can see' }).isVisible()) {
      await expect(page.getByText(/^Everything Halo can prove is right/)).toBeVisible();
      await expect(page.getByRole('heading', { name: /^You are connected as / })).toBeVisible();
      const look = page.getByRole('checkbox').first();
      await look.check();
      await expect(page.getByText('Confirmed by you.')).toBeVisible();
    }
    if (await walk.button('Copy the secret').isVisible()) {
      await walk.button('Copy the secret').click();
      await expect(page.getByText(/The clipboard is cleared in \d+ seconds/).first()).toBeVisible();
      expect(await host.clipboard()).toBe(secret);
      for (const tick of await page.getByRole('checkbox').all()) await tick.check();
      await expect(page.getByText(/^(\d+) of \1 entered$/)).toBeVisible();
    }
    if (await walk.button('Save the report').isVisible()) {
      await walk.button('Save the report').click();
      await expect(page.getByText(/^Saved: .+\.html$/)).toBeVisible();
    }
  });
  expect(new Set(visited).size, 'pages of their own').toBeGreaterThan(20);
  expect(problems).toEqual([]);

  const answered = (await Promise.all(replies)).join('\n');
  const id = await page.evaluate(() => document.body.innerText);
  expect(id).not.toContain(secret);
  expect(answered, 'the record holds what was answered').toContain('"agent_id"');
  expect(answered).not.toContain(secret);
  expect(answered).not.toContain(encodeURIComponent(secret));
});

test('where one was is where one is after a restart of the page', async ({ page, host }) => {
  const walk = new Walk(page, host);
  await walk.begin('Hudu');
  await page.getByRole('link', { name: 'Find your Halo' }).click();
  await expect(walk.heading).toHaveText('What is the address of your Halo?');
  await page.reload();
  await expect(walk.heading).toHaveText('What is the address of your Halo?');
  await walk.button('All tasks').click();
  await expect(walk.tasks).toBeVisible();
  await page.reload();
  await expect(walk.tasks).toBeVisible();
  await walk.button('All connections').click();
  await page.getByRole('link', { name: 'Hudu', exact: true }).click();
  await expect(walk.tasks).toBeVisible();
});

test('another product asks other things', async ({ page, host }) => {
  const walk = new Walk(page, host);
  await walk.begin('HumanizeIT');
  await expect(page.getByText('Create the role')).toBeVisible();
  await expect(page.getByText('Match HaloPSA with HumanizeIT')).toBeVisible();
  await walk.button('All connections').click();
  await walk.button('Connect another product').click();
  await page.getByRole('link', { name: 'Moovila', exact: true }).click();
  await walk.button('Start').click();
  await expect(walk.tasks).toBeVisible();
  await expect(page.getByText('Ticket types', { exact: true })).toBeVisible();
  await expect(page.getByText('Create the role')).toBeHidden();
});

test('a connection is renamed, and deleted after a question', async ({ page, host }) => {
  const walk = new Walk(page, host);
  await walk.begin('Rewst');
  await page.getByText('Name and removal').click();
  await page.getByLabel('Name of this connection').fill('Rewst for Birmingham');
  await page.keyboard.press('Enter');
  await expect(walk.heading).toHaveText('Rewst for Birmingham');
  await walk.button('Delete this connection').click();
  await expect(page.getByText('Not touched: everything in Halo.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(walk.heading).toHaveText('Rewst for Birmingham');
  await walk.button('Delete this connection').click();
  await walk.button('Delete the connection').click();
  await expect(walk.button('Connect a product')).toBeVisible();
});
