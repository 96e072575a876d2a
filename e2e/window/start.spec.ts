/** The program starts: a window with a heading, on the practice tenant. */
import { expect, test } from './fixtures.ts';

test('the wizard opens and says where one is', async ({ desktop }) => {
  const window = await desktop.open(['demo']);
  await window.heading(/\S/);
  expect(await window.driver.getTitle()).not.toBe('');
});
