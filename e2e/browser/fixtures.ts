/** What every browser test starts from. */
import { test as base } from '@playwright/test';

import { startDevHost, type DevHost } from '../support/dev-host.ts';

interface Fixtures {
  /** A dev host of the test's own: nothing of another test is saved in it. */
  host: DevHost;
}

export const test = base.extend<Fixtures>({
  host: async ({}, use) => {
    const host = await startDevHost();
    try {
      await use(host);
    } finally {
      await host.stop();
    }
  },
  baseURL: async ({ host }, use) => use(host.address),
});

export { expect } from '@playwright/test';
