/** Writing a mapping into the other product: both lists, suggestions, what would be written, the question, and what became of it. */
import type { Locator, Page } from '@playwright/test';

import { accessibilityProblems } from '../support/axe.ts';
import type { DevHost } from '../support/dev-host.ts';
import { expect, test } from './fixtures.ts';
import { connected } from './prepare.ts';
import { Walk } from './walk.ts';

const PRODUCT = 'Hudu';

/** The page of the mapping with both lists read and what is certain accepted. */
async function decided(page: Page, host: DevHost): Promise<Walk> {
  await connected(host, 'hudu', 'mapping/all');
  await page.goto('/');
  const walk = new Walk(page, host);
  await walk.button('Use this address').click();
  await walk.button('Copy the practice key').click();
  await walk.button('Paste the key').click();
  await walk.button(`Read from ${PRODUCT}`).click();
  await expect(page.getByText(/^\d+ companies, read /)).toBeVisible({ timeout: 30_000 });
  await walk.button('Read from Halo').click();
  await page.getByRole('button', { name: /^Accept all \d+ certain$/ }).click({ timeout: 30_000 });
  await expect(page.getByRole('status').filter({ hasText: /rows accepted/ })).toHaveCount(1);
  return walk;
}

const plan = (page: Page): Locator =>
  page.getByRole('grid', { name: `What would be written to ${PRODUCT}, row by row` });
const result = (page: Page): Locator =>
  page.getByRole('grid', { name: 'What became of each row, failures first' });

test('what was decided is shown, asked about, written and kept @themes', async ({ page, host }) => {
  test.slow();
  const walk = await decided(page, host);

  // A number that is none is told so; the right one is kept.
  const number = page.getByLabel('Number of the integration');
  await number.fill('halo');
  await walk.button('Save the number').click();
  await expect(page.getByText(/is digits only/)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await number.fill('3');
  await walk.button('Save the number').click();
  await expect(page.getByText('Integration number 3')).toBeVisible();

  await walk.button('Show what would be written').click();
  await expect(page.getByText(/^\d+ customers would be written to 127\.0\.0\.1\.$/)).toBeVisible({
    timeout: 30_000,
  });
  expect(await accessibilityProblems(page)).toEqual([]);

  // Those that stand elsewhere are shown with what is there now, and nobody ticks them but the admin.
  const filter = page.locator('#write-state');
  await filter.selectOption('change');
  const changing = plan(page).getByRole('row').nth(1);
  await expect(changing).toContainText('Has another company now');
  await expect(changing.getByRole('checkbox')).not.toBeChecked();

  // Two of them, with the keyboard alone.
  await filter.selectOption('set');
  await page.getByRole('button', { name: /^Untick all \d+ shown$/ }).click();
  await expect(page.getByText('Nothing is ticked, so nothing would be written.')).toBeVisible();
  await plan(page).locator('[data-index="0"]').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 customer would be written to 127.0.0.1.')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 customers would be written to 127.0.0.1.')).toBeVisible();

  // The question names how many and where; Esc is the harmless answer.
  const ask = walk.button(`Write 2 customers to ${PRODUCT}`);
  await ask.click();
  const question = page.getByRole('dialog', { name: `Write 2 customers to ${PRODUCT}?` });
  await expect(question).toContainText('Written to 127.0.0.1, integration number 3.');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByRole('heading', { name: 'What was written last' })).toBeHidden();

  await ask.click();
  await walk.button('Write it now').click();
  await expect(page.getByText('All 2 customers have their company now.')).toBeVisible({ timeout: 30_000 });
  await page.getByText('Show the rows').click();
  await expect(result(page).getByRole('row').nth(1)).toContainText('Written');
  expect(await accessibilityProblems(page)).toEqual([]);
  await walk.button('Save the result as CSV').click();
  await expect(page.getByText(/^Saved: .*\.csv$/)).toBeVisible();

  // It is still known after the page was opened anew, and the next look finds it there.
  await page.reload();
  await expect(page.getByText('All 2 customers have their company now.')).toBeVisible();
  await walk.button('Show what would be written').click();
  await expect(filter.locator('option', { hasText: /^Has this company already/ })).toHaveCount(1, {
    timeout: 30_000,
  });
  await walk.button('Write nothing').click();
  await expect(plan(page)).toBeHidden();
});

test('a wrong number is told by the server and put right', async ({ page, host }) => {
  test.slow();
  const walk = await decided(page, host);
  await page.getByLabel('Number of the integration').fill('77');
  await walk.button('Save the number').click();
  await walk.button('Show what would be written').click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'no integration with the number 77' }),
  ).toBeVisible();
  await walk.button('Change the number').click();
  await page.getByLabel('Number of the integration').fill('3');
  await walk.button('Save the number').click();
  await walk.button('Show what would be written').click();
  await expect(plan(page)).toBeVisible({ timeout: 30_000 });
});
