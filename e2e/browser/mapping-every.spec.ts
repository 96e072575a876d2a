/** The mapping's page of every built-in product that has one, with both lists there: it opens, and its rows are drawn. */
import { DevHost } from '../support/dev-host.ts';
import { expect, test } from './fixtures.ts';
import { call, connected } from './prepare.ts';

interface Card {
  key: string;
  halo: string;
  vendor: string;
  vendor_list: { rows: number };
}

interface Progress {
  version: number;
  ended: { how: string; message?: string } | null;
}

/** Brings both lists of every mapping of a product; the mappings. */
async function withLists(host: DevHost, profile: string): Promise<Card[]> {
  const connection = await connected(host, profile, 'mapping/all');
  const cards = await call<Card[]>(host, 'mappings', { connection });
  for (const { key, vendor_list } of cards) {
    const of = { connection, mapping: key };
    const which = { inactive: false, internal: false, anew: false };
    const { run } = await call<{ run: number }>(host, 'start_halo_list', { ...of, ...which });
    let progress: Progress = { version: 0, ended: null };
    while (progress.ended === null)
      progress = await call<Progress>(host, 'watch_mapping', { run, seen: progress.version });
    expect(progress.ended, `${profile}: ${key}`).toMatchObject({ how: 'done' });
    if (vendor_list.rows > 0) continue;
    await call(host, 'paste_vendor_list', { ...of, text: 'name\nAlpha\nBeta\n' });
    await call(host, 'keep_vendor_list', { ...of, columns: ['name'] });
  }
  return cards;
}

test('the mapping of every product opens and shows its rows', async ({ page, host }) => {
  test.setTimeout(240_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  const { cards: products } = await call<{ cards: { id: string }[] }>(host, 'profiles', {});
  let seen = 0;
  for (const { id } of products) {
    // One of its own: a Halo is asked a limited number of questions a minute.
    const own = await DevHost.start({});
    try {
      const cards = await withLists(own, id);
      for (const { halo, vendor } of cards) {
        await page.goto(own.address);
        const title = `${halo} and ${vendor}`;
        if (cards.length > 1) await page.getByRole('link', { name: title }).click();
        const rows = page.getByRole('grid', { name: `${title}, row by row` });
        await expect(rows.getByRole('columnheader'), `${id}: ${title}`).toHaveCount(2);
        await expect(rows.locator('[data-index="0"] .name').first(), `${id}: ${title}`).toBeVisible();
        seen++;
      }
    } finally {
      await own.stop();
    }
  }
  expect(seen, 'many products map something').toBeGreaterThan(10);
  expect(broken).toEqual([]);
});
