/** Everybody gets through: by keyboard alone, with a screen reader, in both themes, narrow, and with text twice the size. */
import { expect, type Locator, type Page } from '@playwright/test';

import { accessibilityProblems } from '../support/axe.ts';
import { test } from './fixtures.ts';
import { Walk, type Hands } from './walk.ts';

test('no page of the way has a barrier that axe knows', { tag: '@themes' }, async ({ page, host }) => {
  test.setTimeout(180_000);
  const walk = new Walk(page, host);
  const found: string[] = [];
  const look = async () => {
    const heading = await walk.heading.innerText();
    found.push(...(await accessibilityProblems(page)).map((problem) => `${heading}: ${problem}`));
  };
  await walk.begin('Moovila', look);
  await walk.through('moovila', look);
  await walk.button('Help').click();
  await look();
  await walk.button('Close').click();
  await walk.button('All connections').click();
  await expect(walk.heading).toHaveText('Your connections');
  await look();
  expect(found).toEqual([]);
});

for (const [width, size] of [
  [360, '100%'],
  [520, '200%'],
] as const) {
  test(`no page is wider or goes on below its end at ${width} px with text at ${size}`, async ({
    page,
    host,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 820 });
    await page.addInitScript((size) => {
      document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size));
    }, size);
    const walk = new Walk(page, host);
    const wide: string[] = [];
    const long: string[] = [];
    const look = async () => {
      const heading = await walk.heading.innerText();
      // What scrolls is the part between the bars; the window itself has nothing to scroll to.
      if (await page.evaluate(() => document.documentElement.scrollHeight > innerHeight)) long.push(heading);
      const beyond = await page.evaluate(() => {
        const edge = document.documentElement.clientWidth + 1;
        return [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > edge && element.checkVisibility())
          .map((element) => element.outerHTML.slice(0, 100));
      });
      wide.push(...beyond.map((element) => `${heading}: ${element}`));
    };
    await walk.begin('Moovila', look);
    await walk.through('moovila', look);
    expect(wide).toEqual([]);
    expect(long).toEqual([]);
  });
}

/** Tab to what is wanted, as somebody does who has no mouse. */
async function reach(page: Page, what: Locator): Promise<void> {
  const isThere = () => what.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 120; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

function keyboard(page: Page): Hands {
  return {
    async press(what) {
      await reach(page, what);
      await page.keyboard.press('Enter');
    },
    async fill(field, text) {
      await reach(page, field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async choose(radio) {
      await reach(page, radio);
      await page.keyboard.press('Space');
    },
  };
}

test('the keyboard alone is enough for the whole way', async ({ page, host }) => {
  test.setTimeout(180_000);
  const walk = new Walk(page, host, keyboard(page));
  await walk.begin('Rewst');
  await walk.through('rewst', async () => {
    await expect(walk.heading).toBeFocused();
  });
  await expect(page.getByText('Every task has been gone through.')).toBeVisible();
});

test('Alt+Left goes back, F1 opens help, Escape throws nothing away', async ({ page, host }) => {
  const walk = new Walk(page, host);
  await walk.begin('Moovila');
  await page.getByRole('link', { name: 'Find your Halo' }).click();
  const field = page.getByLabel('Address of your Halo');
  await field.fill('acme.halopsa.com');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('acme.halopsa.com');
  await page.keyboard.press('F1');
  await expect(walk.heading).toHaveText('Help and settings');
  await page.getByLabel('Dark').check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(walk.heading).toHaveText('What is the address of your Halo?');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(walk.tasks).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
