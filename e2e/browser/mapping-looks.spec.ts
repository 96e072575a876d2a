/** The mapping's screen narrow and with text twice the size: nothing runs out at the side, headings stay whole, nothing has a barrier. */
import type { Page } from '@playwright/test';

import { accessibilityProblems } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';
import { customers, open, organisations, readHalo, type Row } from './mapping.ts';
import { call } from './prepare.ts';

/** What reaches beyond the right edge of the window, or of the dialog that is open; or a heading with a word broken in two. */
function outOfPlace(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
    const wide = shown.filter((element) => element.getBoundingClientRect().right > edge);
    const scrolled = shown.filter(
      ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
    );
    const sideways = scrolled.filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX));
    const isBroken = (heading: Element) => {
      const text = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      for (let node = text.nextNode(); node; node = text.nextNode()) {
        for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) return true;
        }
      }
      return false;
    };
    const headings = shown.filter((element) => element.matches('h1, h2, h3, [role=columnheader]'));
    const say = (what: string, elements: Element[]) =>
      elements.map((element) => `${what}: ${element.outerHTML.slice(0, 120)}`);
    return [
      ...say('beyond the edge', wide),
      ...say('scrolls sideways', sideways),
      ...say('broken heading', headings.filter(isBroken)),
    ];
  });
}

for (const [width, size] of [
  [360, '100%'],
  [520, '200%'],
] as const) {
  test(
    `every state of the mapping at ${width} px with text at ${size}`,
    { tag: '@themes' },
    async ({ page, host }) => {
      test.slow();
      await page.setViewportSize({ width, height: 820 });
      await page.addInitScript((size) => {
        document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size));
      }, size);
      const found: string[] = [];
      const look = async (state: string) => {
        const problems = [...(await outOfPlace(page)), ...(await accessibilityProblems(page))];
        found.push(...problems.map((problem) => `${state}: ${problem}`));
      };

      const { walk, connection } = await open(page, host);
      await page.getByText('Paste a list').click();
      await look('no lists yet');
      await readHalo(page, walk);
      await look('one list');
      await host.choose('list.csv', 'code;who\n7;Acme\n');
      await walk.button('Open a file').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('naming columns');
      await page.keyboard.press('Escape');
      await host.choose('organisations.csv', await organisations(host, connection, 40));
      await walk.button('Open a file').click();
      await expect(page.getByRole('button', { name: /^Accept all \d+ certain$/ })).toBeVisible({
        timeout: 20_000,
      });
      await page.getByText('All keys').click();
      await look('rows');

      // One row in each state, two of them with the same answer.
      const window = { ...customers(connection), filter: 'all', text: '', offset: 0, count: 5 };
      const { rows } = await call<{ rows: Row[] }>(host, 'mapping_rows', window);
      const decide = (place: number, decision: object) =>
        call(host, 'decide_mapping', { ...customers(connection), rows: [rows[place]?.item.id], decision });
      await decide(0, { what: 'accept', id: 'org-1' });
      await decide(1, { what: 'accept', id: 'org-1' });
      await decide(2, { what: 'later' });
      await decide(3, { what: 'ignore' });
      const halved = await organisations(host, connection, 20);
      await call(host, 'paste_vendor_list', {
        ...customers(connection),
        text: `${halved}new,"Quite new",new.example\n`,
      });
      await call(host, 'keep_vendor_list', { ...customers(connection), columns: ['id', 'name', 'domain'] });
      await page.reload();
      await expect(page.getByText(/rows have a conflict/)).toBeVisible({ timeout: 20_000 });
      await page.getByText('Show what changed').first().click();
      await look('conflicts and changes');
      await page.getByLabel('Search in both lists').press('Enter');
      await expect(page.locator('[role=row]:focus')).toBeVisible();
      await look('on a row');
      await page.keyboard.press('Space');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      await look('candidates');
      await page.keyboard.press('Escape');
      await page.getByLabel('Search in both lists').fill('nothing of that name');
      await expect(page.getByText('No row fits. Show others, or empty the search.')).toBeVisible();
      await look('nothing found');
      expect(found).toEqual([]);
    },
  );
}
