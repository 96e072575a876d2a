/** The accessibility check itself: it finds what is wrong, so that finding nothing means something. */
import { accessibilityProblems } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';

test('a picture without words and a field without a label are found', async ({ page }) => {
  await page.setContent('<main><h1>Bad</h1><img src="data:," /><input /></main>');
  const problems = (await accessibilityProblems(page)).join('\n');
  expect(problems).toContain('image-alt');
  expect(problems).toContain('label');
});
