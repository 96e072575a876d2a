/** A connection that is opened again later: whether it still works, what changed, and what is known while Halo cannot be reached. */
import { accessibilityProblems } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';
import { connected } from './prepare.ts';
import { Walk } from './walk.ts';

test.use({ practice: { profile: 'moovila' } });

test('what broke is said with its days and its fix, on the list, the hub and the proof, and mends @themes', async ({
  page,
  host,
}) => {
  await connected(host, 'moovila', 'proof/all');
  const walk = new Walk(page, host);
  await page.goto('/');
  await expect(page.getByText(/^Everything Halo can prove is right/)).toBeVisible({ timeout: 30_000 });
  await walk.button('All tasks').click();
  const standing = page.getByRole('region', { name: 'How it stands' });
  await expect(standing.getByRole('status').first()).toHaveText('Working, checked today');
  const changes = page.getByRole('region', { name: 'What changed' });
  await expect(changes, 'there was nothing to compare with').toBeHidden();

  await host.scenario('scope-not-granted');
  await standing.getByRole('button', { name: 'Check again' }).click();
  await expect(standing.getByRole('status').first()).toHaveText('Changed since today', { timeout: 30_000 });
  await expect(changes.getByText(/^Scopes? .+ (was|were) removed on \d+ \w+/)).toBeVisible();
  await expect(changes.getByText('Needs a hand').first()).toBeVisible();
  await changes.getByText('What to do').first().click();
  await expect(changes.getByRole('list', { name: 'Where to click' }).first()).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  await walk.button('All connections').click();
  const row = page.getByRole('listitem').filter({ hasText: 'Moovila' });
  await expect(row).toContainText('Changed since today');
  await expect(row).toContainText(/Scopes? .+ (was|were) removed/);
  expect(await accessibilityProblems(page)).toEqual([]);
  await row.getByRole('link').click();
  await page.getByRole('link', { name: 'Prove the connection' }).click();
  await expect(changes).toBeVisible();

  await host.scenario('healthy');
  await walk.button('Check everything again').click();
  await expect(changes.getByText('Put right').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^Everything Halo can prove is right/)).toBeVisible();
});

test('a Halo that cannot be reached is a state, and what is known stays @themes', async ({ page, host }) => {
  await connected(host, 'moovila', 'proof/all');
  const walk = new Walk(page, host);
  await page.goto('/');
  const known = page.getByText(/^Everything Halo can prove is right/);
  await expect(known).toBeVisible({ timeout: 30_000 });

  await host.scenario('all-server-errors');
  await walk.button('Check everything again').click();
  await expect(page.getByText('Your Halo could not be reached')).toBeVisible({ timeout: 45_000 });
  await expect(known, 'what the last check showed').toBeVisible();
  await expect(page.getByRole('alert'), 'it is no error').toHaveCount(0);
  expect(await accessibilityProblems(page)).toEqual([]);

  await walk.button('All tasks').click();
  const standing = page.getByRole('region', { name: 'How it stands' });
  await expect(standing.getByRole('status').first()).toHaveText('Could not be reached; last good today');
  await expect(page.getByText('There is a problem'), 'no task is undone').toHaveCount(0);
  await walk.button('All connections').click();
  await expect(page.getByText('Could not be reached; last good today')).toBeVisible();

  await page.getByRole('link', { name: 'Moovila' }).click();
  await host.scenario('healthy');
  await standing.getByRole('button', { name: 'Check again' }).click();
  await expect(standing.getByRole('status').first()).toHaveText('Working, checked today', {
    timeout: 30_000,
  });
});
