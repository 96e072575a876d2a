/** How the other product's list comes in: from its API with an address and a key, from a file whose columns have to be named. */
import { accessibilityProblems } from '../support/axe.ts';
import { Companies } from '../support/companies.ts';
import { expect, test } from './fixtures.ts';
import { open } from './mapping.ts';
import { connected } from './prepare.ts';
import { Walk } from './walk.ts';

const REFUSED = 'The server did not accept the API key.';

test(
  'the list is read from the other product, once its address and its key are right',
  { tag: '@themes' },
  async ({ page, host }) => {
    const companies = await Companies.start();
    try {
      await connected(host, 'hudu', 'mapping/all');
      await page.goto('/');
      const walk = new Walk(page, host);
      const address = page.getByLabel('Address of your Hudu');
      await expect(address).toBeVisible();

      // What is no address is said, and what was typed stays.
      await address.fill('not an address');
      await walk.button('Save the address').click();
      await expect(page.getByRole('alert')).toContainText('Enter the address as your browser shows it');
      await expect(address).toHaveValue('not an address');
      expect(await accessibilityProblems(page)).toEqual([]);

      // A whole address out of the browser's bar is cut to the server; the focus goes on to the key.
      await address.fill(`${companies.address}/companies/17?tab=1`);
      await walk.button('Save the address').press('Enter');
      await expect(address).toHaveValue(companies.address);
      await expect(page.getByRole('alert')).toBeHidden();
      const paste = walk.button('Paste the key');
      await expect(paste).toBeFocused();
      expect(await accessibilityProblems(page)).toEqual([]);

      // Nothing on the clipboard, then something that is no key.
      await host.copy('');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText('There is no text on the clipboard');
      await host.copy('short');
      await paste.click();
      await expect(page.getByRole('alert')).toContainText('at least eight letters and digits');

      // A key that the server does not know: said where the list is read, and nothing is kept.
      await host.copy('a-key-that-is-not-right');
      await paste.click();
      const read = walk.button('Read from Hudu');
      await expect(read).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByText(REFUSED)).toBeVisible();
      await expect(page.getByText('Not read yet').first()).toBeVisible();
      expect(await accessibilityProblems(page)).toEqual([]);
      await walk.button('Delete the key').click();
      await expect(paste).toBeFocused();

      // The right one, by hand: the field is emptied at once.
      await page.getByText('Enter the key by hand instead').click();
      const typed = page.getByLabel('API key', { exact: true });
      await walk.button('Use this key').click();
      await expect(page.getByText('Enter the key, or paste it from the clipboard.')).toBeVisible();
      await typed.fill(companies.key);
      expect(await accessibilityProblems(page)).toEqual([]);
      await walk.button('Use this key').click();
      await expect(typed).toBeHidden();
      await expect(read).toBeFocused();
      expect(await page.content()).not.toContain(companies.key);
      companies.names = Array.from({ length: 60 }, (_, index) => `Company ${index}`);
      await read.click();
      await expect(page.getByText(/^60 companies, read /)).toBeVisible();
      await expect(page.getByText(REFUSED)).toBeHidden();
      expect(companies.shown[0]).toBe('a-key-that-is-not-right');
      expect(new Set(companies.shown.slice(1))).toEqual(new Set([companies.key]));
      expect(await accessibilityProblems(page)).toEqual([]);
    } finally {
      await companies.stop();
    }
  },
);

test('columns that say nothing are asked for', { tag: '@themes' }, async ({ page, host }) => {
  const { walk } = await open(page, host);
  await host.choose('list.csv', 'code;who;where\n7;Acme;York\n8;Bolt;Leeds\n');
  const openFile = walk.button('Open a file');
  await openFile.click();
  const sheet = page.getByRole('dialog', { name: 'Which column is what?' });
  await expect(sheet.getByText('Acme · Bolt')).toBeVisible();

  // Not now: nothing was taken, and one is back where one was.
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(openFile).toBeFocused();
  await openFile.click();
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Not read yet')).toHaveCount(2);

  await openFile.click();
  await sheet.getByRole('button', { name: 'Use this list' }).click();
  await expect(sheet.getByRole('alert')).toContainText('names');
  expect(await accessibilityProblems(page)).toEqual([]);
  // One column only has the names: the last choice counts.
  await sheet.getByLabel('code').selectOption({ label: 'Name' });
  await sheet.getByLabel('who').selectOption({ label: 'Name' });
  await expect(sheet.getByLabel('code')).toHaveValue('');
  await sheet.getByLabel('code').selectOption({ label: 'Id' });
  await sheet.getByLabel('where').selectOption({ label: 'Town' });
  await sheet.getByRole('button', { name: 'Use this list' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText(/^2 organizations, read .*list\.csv/)).toBeVisible();
});
