/** What fails, and how one gets on: every failure here ends with the same thing working. */
import { expect, test } from './fixtures.ts';
import { call, connected, connectHalo, copySecret, rehearsal } from './prepare.ts';
import { Walk } from './walk.ts';

test.describe('an agent that sees no team', () => {
  test.use({ practice: { scenario: 'no-team', profile: 'moovila' } });

  test('is a finding with its fix, and the page sees by itself that it was changed in Halo', async ({
    page,
    host,
  }) => {
    const connection = await connected(host, 'moovila', 'teams/check');
    await call(host, 'answer', { connection, answer: { to: 'teams', names: ['Projects'] } });
    await call(host, 'answer', { connection, answer: { to: 'expected-customers', count: 5 } });
    await page.goto('/');
    const failed = page.getByRole('article').filter({ hasText: 'Failed' });
    await expect(failed.first()).toBeVisible();
    await expect(failed.first().getByText('What it may be, the likeliest first')).toBeVisible();
    await expect(failed.first().getByText('If so:').first()).toBeVisible();
    await expect(page.getByText('Halo has it. Continue.')).toBeHidden();
    await host.scenario('healthy');
    await expect(page.getByText('Halo has it. Continue.').first()).toBeVisible({ timeout: 20_000 });
    await expect(failed).toHaveCount(0);
  });

  test('is in the proof, and one finding is checked again alone', async ({ page, host }) => {
    await connected(host, 'moovila', 'proof/all');
    await page.goto('/');
    await expect(page.getByText(/^\d+ things? to fix/)).toBeVisible({ timeout: 30_000 });
    await host.scenario('healthy');
    const failed = page.getByRole('article').filter({ hasText: 'Failed' });
    while ((await failed.count()) > 0) {
      const before = await failed.count();
      await failed
        .first()
        .getByRole('button', { name: /^Check again/ })
        .click();
      await expect.poll(() => failed.count()).toBeLessThan(before);
    }
    await expect(page.getByText(/^Everything Halo can prove is right/)).toBeVisible();
  });
});

test.describe('a secret that Halo does not accept', () => {
  test.use({ practice: { scenario: 'wrong-secret', profile: 'moovila' } });

  test('is a finding; it is kept, and tried again when Halo has it', async ({ page, host }) => {
    const connection = await connectHalo(host, 'moovila', 'credentials/secret');
    const text = (await rehearsal(host)).client_ids['moovila'];
    await call(host, 'set_client_id', { connection, text });
    await copySecret(host, 'moovila');
    await page.goto('/');
    const walk = new Walk(page, host);
    await walk.button('Paste from the clipboard').click();
    await expect(page.getByText('Halo has not accepted this secret yet')).toBeVisible();
    await expect(page.getByRole('article').filter({ hasText: 'Failed' })).toBeVisible();
    await host.scenario('healthy');
    await walk.button('Try again with the same secret').click();
    await expect(page.getByText('Halo accepted it.')).toBeVisible();
    await walk.button('Continue').click();
    await expect(walk.heading).not.toHaveText('Copy the Client Secret');
  });
});

test('values in the wrong field are recognised and nothing is kept', async ({ page, host }) => {
  await connectHalo(host, 'moovila', 'credentials/id');
  const id = (await rehearsal(host)).client_ids['moovila'] ?? '';
  const secret = await copySecret(host, 'moovila');
  const walk = new Walk(page, host);
  const summary = page.getByRole('group', { name: 'There is a problem' });
  const field = page.getByLabel('Client ID', { exact: true });
  const paste = walk.button('Paste from the clipboard');

  await page.goto('/');
  await field.fill(secret);
  await walk.button('Continue').click();
  await expect(summary).toContainText('This is a Client Secret');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await field.fill(`  ${id} `);
  await walk.button('Continue').click();
  await expect(paste).toBeVisible();

  await host.copy(id);
  await paste.click();
  await expect(summary).toContainText('This is a Client ID');
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByText('Enter it by hand instead').click();
  await page.getByLabel('Client Secret', { exact: true }).fill(`${secret}\n`);
  await walk.button('Use this secret').click();
  await expect(page.getByText('Halo accepted it.')).toBeVisible();
  await expect(summary).toBeHidden();
  await expect(page.locator('#typed-secret'), 'the field is gone, and what was in it').toHaveCount(0);
});

test('a secret that comes before its Client ID waits for it', async ({ page, host }) => {
  await connectHalo(host, 'moovila', 'credentials/secret');
  await copySecret(host, 'moovila');
  const walk = new Walk(page, host);
  await page.goto('/');
  await walk.button('Paste from the clipboard').click();
  await expect(page.getByText('The secret has arrived')).toBeVisible();
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeHidden();

  await walk.button('Back').click();
  const id = (await rehearsal(host)).client_ids['moovila'] ?? '';
  await page.getByLabel('Client ID', { exact: true }).fill(id);
  await walk.button('Continue').click();
  await expect(page.getByText(/^The Client Secret is (stored|kept)/)).toBeVisible();
});

test('an address that is none, one where nobody answers, and the right one', async ({ page, host }) => {
  const walk = new Walk(page, host);
  await walk.begin('Hudu');
  await page.getByRole('link', { name: 'Find your Halo' }).click();
  const field = page.getByLabel('Address of your Halo');
  const summary = page.getByRole('group', { name: 'There is a problem' });

  await walk.button('Continue').click();
  await expect(summary).toContainText('Enter the address of your Halo');
  await field.fill('not an address at all');
  await walk.button('Continue').click();
  await expect(summary).toBeVisible();
  await expect(field).toHaveValue('not an address at all');
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  await field.fill('http://127.0.0.1:9');
  await walk.button('Continue').click();
  await expect(page.getByRole('article').filter({ hasText: 'Failed' })).toBeVisible();
  await expect(summary, 'the network is not the fault of a field').toBeHidden();
  await expect(field).toHaveValue('http://127.0.0.1:9');

  await field.fill((await rehearsal(host)).address);
  await walk.button('Continue').click();
  await expect(walk.heading).toHaveText('Is this your Halo?');
});

test.describe('a Halo that takes its time', () => {
  test.use({ practice: { scenario: 'slow', profile: 'moovila' } });

  test('lets the check be cancelled, and made again', async ({ page, host }) => {
    await host.scenario('healthy');
    await connected(host, 'moovila', 'proof/all');
    await host.scenario('slow');
    await page.goto('/');
    const walk = new Walk(page, host);
    await walk.button('Cancel the check').click();
    await expect(page.getByText('The check was cancelled.')).toBeVisible();
    await host.scenario('healthy');
    await walk.button('Check everything').click();
    await expect(page.getByText(/^Everything Halo can prove is right/)).toBeVisible({ timeout: 30_000 });
  });
});

test('what the program could not do is said, loses nothing, and can be tried again', async ({
  page,
  host,
}) => {
  const connection = await connectHalo(host, 'moovila', 'agent/open');
  await page.goto('/');
  const walk = new Walk(page, host);
  await expect(walk.heading).toHaveText('Open the list of agents');
  await page.route('**/call/tick', (route) => route.abort());
  await walk.button('Continue').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Halyard could not do that');
  await expect(alert).toContainText('Your answers are saved');
  await expect(walk.heading).toHaveText('Open the list of agents');
  await page.unroute('**/call/tick');
  await walk.button('Try again').click();
  await expect(alert).toBeHidden();
  const { ticks } = await call<{ ticks: string[] }>(host, 'connection', { connection });
  expect(ticks).toContain('page:agent/open');
});
