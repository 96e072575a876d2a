/**
 * Walks through the wizard as an admin does: reads the page, gives it what it asks for, continues. It knows the questions, not their
 * order and no product; what happens on each page is the test's own.
 */
import { expect, type Locator, type Page } from '@playwright/test';

import type { DevHost } from '../support/dev-host.ts';
import { rehearsal } from './prepare.ts';

/** How things are pressed and filled in: by the mouse, or by the keyboard alone. */
export interface Hands {
  press(what: Locator): Promise<void>;
  fill(field: Locator, text: string): Promise<void>;
  choose(radio: Locator): Promise<void>;
}

export const mouse: Hands = {
  press: (what) => what.click(),
  fill: (field, text) => field.fill(text),
  choose: (radio) => radio.check(),
};

/** No set-up has more pages than this. */
const MOST_PAGES = 80;

export class Walk {
  readonly page: Page;
  readonly #host: DevHost;
  readonly #hands: Hands;

  constructor(page: Page, host: DevHost, hands: Hands = mouse) {
    this.page = page;
    this.#host = host;
    this.#hands = hands;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get tasks(): Locator {
    return this.page.getByRole('heading', { name: 'Tasks', exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** From the first page to the hub of a new connection. `visit` is told of every page. */
  async begin(product: string, visit: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.page.goto('/');
    await expect(this.button('Connect a product')).toBeVisible();
    await visit();
    await this.#hands.press(this.button('Connect a product'));
    await expect(this.page.getByLabel('Search by name, maker or purpose')).toBeVisible();
    await visit();
    await this.#hands.fill(this.page.getByLabel('Search by name, maker or purpose'), product);
    await this.#hands.press(this.page.getByRole('link', { name: product, exact: true }));
    await expect(this.button('Start')).toBeVisible();
    await visit();
    await this.#hands.press(this.button('Start'));
    await expect(this.tasks).toBeVisible();
  }

  /** From the hub to the end of the last task, page by page. */
  async through(profile: string, visit: (heading: string) => Promise<void>): Promise<void> {
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const heading = await this.heading.innerText();
      await visit(heading);
      if (await this.button('Open the proof').isVisible()) return;
      await this.#answer(profile);
      await this.#hands.press(this.page.locator('footer button[type=submit]'));
      await expect(this.heading).not.toHaveText(heading);
      await expect(this.page.locator('footer button[type=submit]')).toBeVisible();
    }
    throw new Error(`the way did not end after ${MOST_PAGES} pages`);
  }

  /** Gives the page what it asks for. */
  async #answer(profile: string): Promise<void> {
    const { address, client_ids } = await rehearsal(this.#host);
    const fields: [string, string][] = [
      ['Address of your Halo', address],
      ['Client ID', client_ids[profile] ?? ''],
      ['Teams, one on each line', 'Projects'],
    ];
    for (const [label, text] of fields) {
      const field = this.page.getByRole('textbox', { name: label, exact: true });
      if (await field.isVisible()) await this.#hands.fill(field, text);
    }
    const radio = this.page.getByRole('radio').first();
    if (await radio.isVisible()) await this.#hands.choose(radio);
    const paste = this.page.locator('footer').getByRole('button', { name: 'Paste from the clipboard' });
    if (await paste.isVisible()) {
      await this.#hands.press(this.button('Copy the practice secret'));
      await expect(this.page.getByText('The practice secret is on the clipboard.')).toBeVisible();
      await this.#hands.press(paste);
      await expect(this.button('Continue')).toBeVisible();
    }
  }
}
