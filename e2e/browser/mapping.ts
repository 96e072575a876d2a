/** What the tests of the mapping begin with: its page, and its two lists. */
import { expect, type Page } from '@playwright/test';

import type { DevHost } from '../support/dev-host.ts';
import { call, connected } from './prepare.ts';
import { Walk } from './walk.ts';

export interface Row {
  item: { id: string; name: string; about: string };
}

export const customers = (connection: string) => ({ connection, mapping: 'customers' });

/** Organisations for the first customers of Halo's list, as another product would list them. */
export async function organisations(host: DevHost, connection: string, amount: number): Promise<string> {
  const window = { ...customers(connection), filter: 'all', text: '', offset: 0, count: amount };
  const { rows } = await call<{ rows: Row[] }>(host, 'mapping_rows', window);
  const lines = rows.map(({ item }, index) => `org-${index},"${item.name}",${item.about.split(' · ')[0]}`);
  return `id,name,domain\n${lines.join('\n')}\n`;
}

export async function open(page: Page, host: DevHost): Promise<{ walk: Walk; connection: string }> {
  const connection = await connected(host, 'rewst', 'mapping/all');
  await page.goto('/');
  const walk = new Walk(page, host);
  await expect(page.getByRole('heading', { name: 'Customers in Halo' })).toBeVisible();
  return { walk, connection };
}

export async function readHalo(page: Page, walk: Walk): Promise<void> {
  await walk.button('Read from Halo').click();
  await expect(page.getByText(/^\d+ customers, read /)).toBeVisible({ timeout: 30_000 });
}
