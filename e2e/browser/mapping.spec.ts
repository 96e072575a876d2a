/** Mapping customers: both lists, suggestions, decisions by the keyboard alone, another reading, out again. */
import type { Page } from '@playwright/test';

import { accessibilityProblems } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';
import { customers, open, organisations, readHalo, type Row } from './mapping.ts';
import { call, connected } from './prepare.ts';
import { Walk } from './walk.ts';

const focusedRow = (page: Page) => page.locator('[role=row]:focus');

test('from two lists to a file, with the keyboard alone @themes', async ({ page, host }) => {
  test.slow();
  const { walk, connection } = await open(page, host);
  expect(await accessibilityProblems(page)).toEqual([]);
  await readHalo(page, walk);

  // The other list: a file whose columns say what they are.
  await host.choose('organisations.csv', await organisations(host, connection, 40));
  await walk.button('Open a file').click();
  const acceptAll = page.getByRole('button', { name: /^Accept all \d+ certain$/ });
  await expect(acceptAll).toBeVisible({ timeout: 20_000 });
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', /^\d{3}$/);
  expect(await accessibilityProblems(page)).toEqual([]);

  // All certain ones at once, taken back, and accepted again.
  await acceptAll.focus();
  await page.keyboard.press('Enter');
  const filter = page.getByLabel('Show', { exact: true });
  await expect(filter.locator('option', { hasText: /^Mapped \(\d\d\)$/ })).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: /rows accepted/ })).toHaveCount(1);
  await page.getByLabel('Search in both lists').focus();
  await page.keyboard.press('Enter');
  await expect(focusedRow(page), 'the first row has the focus').toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('Control+z');
  await expect(filter.locator('option', { hasText: 'Mapped (0)' })).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(filter.locator('option', { hasText: /^Mapped \(\d\d\)$/ })).toHaveCount(1);

  // One is changed: the candidates open by Space, another answer is sought and taken.
  const first = focusedRow(page);
  await expect(first).toContainText('Mapped');
  const name = await first.locator('.name').first().innerText();
  await page.keyboard.press('Space');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(`What belongs to “${name}”?`);
  const field = sheet.getByRole('combobox');
  await expect(field).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);
  const other = await sheet.getByRole('option').nth(2).locator('.name').innerText();
  await field.fill(other);
  await expect(sheet.getByRole('option').first()).toContainText(other);
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(page.getByText(/rows have a conflict/)).toBeVisible();
  await expect(focusedRow(page), 'the focus goes on to the next row').toHaveAttribute('aria-rowindex', '3');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/rows have a conflict/)).toBeHidden();

  // A row far away keeps the focus when it is scrolled out of sight.
  await page.keyboard.press('End');
  const count = await grid.getAttribute('aria-rowcount');
  await expect(focusedRow(page)).toHaveAttribute('aria-rowindex', count ?? '');
  await page.locator('.scroller').evaluate((scroller) => (scroller.scrollTop = 0));
  await expect(page.locator('[aria-rowindex="2"]')).toBeInViewport();
  await expect(focusedRow(page)).toHaveAttribute('aria-rowindex', count ?? '');

  // Both lists again: nothing that was decided is lost.
  const mapped = await filter.locator('option', { hasText: /^Mapped/ }).innerText();
  await page.getByText('Read the lists again').click();
  await walk.button('Read again from Halo').click();
  await expect(page.getByText('Reading from Halo')).toBeHidden({ timeout: 30_000 });
  await expect(filter.locator('option', { hasText: mapped })).toHaveCount(1);
  await page.reload();
  await expect(filter.locator('option', { hasText: mapped })).toHaveCount(1);

  for (const button of ['Save as CSV', 'Save as JSON', 'Save a list to print']) {
    await walk.button(button).click();
    await expect(page.getByText(/^Saved \d+ rows:/)).toBeVisible();
  }
  await walk.button('Continue').click();
  await expect(walk.heading).not.toHaveText(/^Match/);
});

test('the vendor renames, deletes and makes some, and all of it is said', async ({ page, host }) => {
  const { walk, connection } = await open(page, host);
  await readHalo(page, walk);
  await page.getByText('Paste a list').click();
  await page.getByLabel('The list, one on each line').fill('id,name\na,Alpha\nb,Beta\nb,Twice\n');
  await walk.button('Use this list').click();
  await expect(page.getByText(/1 row could not be used/)).toBeVisible();
  await page.getByText('Which rows, and why').click();
  await expect(page.getByText(/^Line 4: /)).toBeVisible();
  const { rows } = await call<{ rows: Row[] }>(host, 'mapping_rows', {
    ...customers(connection),
    filter: 'all',
    text: '',
    offset: 0,
    count: 2,
  });
  const decision = { what: 'accept', id: 'a' };
  const first = rows[0]?.item.id;
  await call(host, 'decide_mapping', { ...customers(connection), rows: [first], decision });

  await page.getByText('Read the lists again').click();
  await page.getByText('Paste a list').click();
  await page.getByLabel('The list, one on each line').fill('id,name\nb,Beta Ltd\nc,Gamma\n');
  await walk.button('Use this list').click();
  await expect(page.getByText('1 new, 1 renamed, 1 gone')).toBeVisible();
  await page.getByText('Show what changed').click();
  await expect(page.getByText('Beta is now Beta Ltd')).toBeVisible();
  await expect(page.getByText(/^Alpha: .* is mapped to it$/)).toBeVisible();
  await walk.button('Show the conflicts').click();
  await expect(page.getByText('“Alpha” is not in the list any more.')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('statuses are suggested by what they mean, ticket types by their use', async ({ page, host }) => {
  await connected(host, 'humanizeit', 'mapping/all');
  await page.goto('/');
  const walk = new Walk(page, host);
  await page.getByRole('link', { name: /^Statuses and / }).click();
  await expect(walk.heading).toHaveText('Statuses and HumanizeIT statuses');
  await walk.button('Read from Halo').click();
  await page.getByLabel('The list, one on each line').fill('Not started\nActive\nPaused\nComplete\n');
  await walk.button('Use this list').click();
  const row = page.getByRole('row').filter({ hasText: 'In Progress' });
  await expect(row).toContainText('Different words that mean the same');
  await row.getByRole('button', { name: /^Accept/ }).click();
  await expect(row).toContainText('Mapped');
  await walk.button('All lists').first().click();
  await page.getByRole('link', { name: /^Ticket types and / }).click();
  await walk.button('Read from Halo').click();
  await expect(page.getByRole('row').filter({ hasText: 'Project ticket type' })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('another project ticket type asks for the statuses again', async ({ page, host }) => {
  await connected(host, 'humanizeit', 'mapping/all');
  await page.goto('/');
  const walk = new Walk(page, host);
  const project = page.getByRole('row').filter({ hasText: 'Project ticket type' });
  const choose = async (option: number) => {
    await page.getByRole('link', { name: /^Ticket types and / }).click();
    const read = walk.button('Read from Halo');
    if (await read.isVisible()) await read.click();
    await project.getByRole('button', { name: /^(Choose|Change)/ }).click();
    const options = page.getByRole('dialog').getByRole('option');
    await expect(options.nth(option)).toBeVisible();
    await options.nth(option).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(project).toContainText('Mapped');
    await walk.button('All lists').first().click();
    await expect(walk.heading).not.toHaveText(/^Ticket types and /);
  };
  await expect(page.getByRole('link', { name: /^Ticket types and / })).toBeVisible();
  await choose(0);

  const statuses = page.getByRole('link', { name: /^Statuses and / });
  await statuses.click();
  await walk.button('Read from Halo').click();
  await page.getByLabel('The list, one on each line').fill('Not started\nActive\nPaused\nComplete\n');
  await walk.button('Use this list').click();
  const row = page.getByRole('row').filter({ hasText: 'In Progress' });
  await row.getByRole('button', { name: /^Accept/ }).click();
  await expect(row).toContainText('Mapped');
  await expect(page.getByText(/has a conflict/)).toBeHidden();
  await walk.button('All lists').first().click();

  await choose(1);
  const list = page.getByRole('listitem').filter({ has: statuses });
  await expect(list).toContainText('1 conflict');
  expect(await accessibilityProblems(page)).toEqual([]);
  await statuses.click();
  await expect(page.getByText(/^1 row has a conflict/)).toBeVisible();
  await walk.button('Show the conflicts').press('Enter');
  await expect(row).toContainText(
    '“Project ticket type” has another answer now than when this row was decided.',
  );
  await expect(focusedRow(page), 'the button has gone, the rows are there').toHaveAttribute(
    'aria-rowindex',
    '2',
  );
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/has a conflict/)).toBeHidden();
  await expect(page.getByText('No row fits. Show others, or empty the search.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all rows' }).press('Enter');
  await expect(row).toContainText('Mapped');
});
