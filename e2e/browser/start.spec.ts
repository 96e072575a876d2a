/** The page starts: it says where one is, without a problem in the console, and everybody can use it. */
import { accessibilityProblems } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';

test('the first page stands, and is accessible', { tag: '@themes' }, async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    // A browser asks for an icon of its own accord; the window never does.
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) problems.push(message.text());
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
});
