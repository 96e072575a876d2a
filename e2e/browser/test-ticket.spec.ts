/** The test ticket: made only when asked for, taken away again, and never left in Halo unsaid. */
import { accessibilityProblems } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';
import { connected } from './prepare.ts';
import { Walk } from './walk.ts';

/** Where a screen reader goes on reading: the heading of what came instead of what was pressed. */
async function isAt(walk: Walk, heading: string | RegExp): Promise<void> {
  await expect(walk.page.getByRole('heading', { name: heading })).toBeFocused({ timeout: 20_000 });
}

/** Opens the proof and asks for a test ticket for the first customer. */
async function make(walk: Walk, afterwards?: string): Promise<void> {
  const { page } = walk;
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Try it with a test ticket' })).toBeVisible({
    timeout: 30_000,
  });
  await walk.button('Choose customer and ticket type').click();
  await isAt(walk, 'Choose customer and ticket type');
  await page
    .getByRole('group', { name: /^Choose the customer/ })
    .getByRole('radio')
    .first()
    .check();
  await page.getByRole('radio', { name: 'Incident' }).check();
  if (afterwards) await page.getByRole('radio', { name: afterwards }).check();
  await walk.button('Make the test ticket').click();
}

test('is explained, made, shown and deleted', async ({ page, host }) => {
  await connected(host, 'moovila', 'proof/all');
  const walk = new Walk(page, host);
  await page.goto('/');
  await walk.button('Choose customer and ticket type').click({ timeout: 30_000 });
  await expect(page.getByText('Three minutes of time on that ticket')).toBeVisible();
  await page.getByLabel('Part of the customer’s name').fill('zzzz');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No customer of this name')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await make(walk);
  await isAt(walk, /Halo did everything that was tried/);
  await expect(page.getByText('The ticket was deleted')).toBeVisible();
  await expect(page.getByText('Service Desk', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Number \d+\. Halo’s API gives the number/), 'the source').toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText('The ticket was deleted'), 'the outcome is kept').toBeVisible();
});

test('leads from every press to what came of it', async ({ page, host }) => {
  await connected(host, 'moovila', 'proof/all');
  const walk = new Walk(page, host);
  await page.goto('/');
  const begin = walk.button('Choose customer and ticket type');
  await begin.click({ timeout: 30_000 });
  await isAt(walk, 'Choose customer and ticket type');
  await walk.button('Not now').click();
  await isAt(walk, 'Try it with a test ticket');

  // What is missing is said with its group, one after the other.
  await begin.click();
  await walk.button('Make the test ticket').click();
  const customers = page.getByRole('group', { name: /^Choose the customer/ });
  await expect(customers.getByRole('radio').first()).toBeFocused();
  await expect(customers).toHaveAccessibleDescription(/Choose a customer/);
  await customers.getByRole('radio').first().check();
  await walk.button('Make the test ticket').click();
  const types = page.getByRole('group', { name: /^Choose the type/ });
  await expect(types.getByRole('radio').first()).toBeFocused();
  await expect(types).toHaveAccessibleDescription(/Choose a ticket type/);
  const search = walk.button('Search');
  await search.click();
  await expect(search, 'a search leaves one where one is').toBeFocused();

  await types.getByRole('radio', { name: 'Incident' }).check();
  await walk.button('Make the test ticket').click();
  await isAt(walk, /Halo did everything that was tried/);
  await walk.button('Try it once more').click();
  await isAt(walk, 'Choose customer and ticket type');
  await walk.button('Not now').click();
  await isAt(walk, /Halo did everything that was tried/);
});

test.describe('a ticket that cannot be taken away', () => {
  test.use({ practice: { scenario: 'write-clear-up-refused', profile: 'moovila' } });

  test('is named with its number and its page, also after starting again, until it is gone', async ({
    page,
    host,
  }) => {
    await connected(host, 'moovila', 'proof/all');
    const walk = new Walk(page, host);
    await make(walk);
    const left = page.getByText(/^Ticket \d+ is still open in your Halo/);
    await expect(left).toBeVisible();
    await isAt(walk, 'Halo made the ticket, and not everything worked');
    const open = page.getByRole('button', { name: /^Open the ticket/ });
    await open.click();
    await expect(open, 'it opens elsewhere').toBeFocused();
    await expect.poll(() => host.opened()).toContainEqual(expect.stringContaining('/ticket?id='));
    await page.reload();
    await expect(left).toBeVisible();
    await expect(walk.button('Try it once more')).toBeHidden();
    expect(await accessibilityProblems(page)).toEqual([]);

    await host.scenario('healthy');
    await walk.button('Have Halyard remove it').click();
    await expect(page.locator('#test-ticket-outcome')).toBeFocused();
    await expect(page.getByText('The ticket was deleted')).toBeVisible();
    await expect(left).toBeHidden();
    await expect(walk.button('Try it once more')).toBeVisible();
  });
});

test.describe('a ticket of which nobody knows', () => {
  test.use({ practice: { scenario: 'write-nothing-made', profile: 'moovila' } });

  test('is searched for, told of, and no second one is made', async ({ page, host }) => {
    await connected(host, 'moovila', 'proof/all');
    const walk = new Walk(page, host);
    await make(walk, 'Close it and keep it');
    // What is left says what to look for and what finding none means; the step says that nobody knows.
    const left = page.getByText(
      /^In Halo, search the tickets for “halyard-.+ If none comes up, no ticket was made\.$/,
    );
    await expect(left, 'beside what is left, and with the step').toHaveCount(2, { timeout: 20_000 });
    const [notice, beside] = await left.allInnerTexts();
    expect(notice, 'in the same words').toBe(beside);
    await isAt(walk, 'It is not known whether the ticket was made');
    const step = page
      .getByRole('listitem')
      .filter({ hasText: 'It is not known whether the ticket was made' });
    await expect(step).toContainText('Halyard did not try again');
    await expect(step).toContainText(/search the tickets for “halyard-/);
    await expect(walk.button('Try it once more')).toBeHidden();
    await walk.button('I have removed it, or there is none').click();
    await isAt(walk, /You said that none is left/);
    await expect(walk.button('Try it once more')).toBeVisible();
    await expect(left).toHaveCount(0);
    await expect(step, 'there is nothing left to search for').not.toContainText('search the tickets');
  });

  test('leads whoever stops it to what goes on, and then to what came of it', async ({ page, host }) => {
    await connected(host, 'moovila', 'proof/all');
    const walk = new Walk(page, host);
    await make(walk);
    // Halyard looks for the ticket for a few seconds.
    await isAt(walk, 'The test ticket');
    await walk.button('Stop and take it away').click();
    await expect(page.getByText('Stopping. A ticket that was made is taken away first.')).toBeVisible();
    await isAt(walk, 'The test ticket');
    await isAt(walk, 'It is not known whether the ticket was made');
  });
});

test.describe('a product that only reads', () => {
  test('is not offered one', async ({ page, host }) => {
    await connected(host, 'hudu', 'proof/all');
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'What this agent can see' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByRole('heading', { name: 'Try it with a test ticket' })).toBeHidden();
  });
});
