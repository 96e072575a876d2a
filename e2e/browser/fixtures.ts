/** What every browser test starts from. */
import { test as base } from '@playwright/test';

import { DevHost, type Practice } from '../support/dev-host.ts';

interface Options {
  /** What the practice tenant is like at the start; healthy unless said otherwise. */
  practice: Practice;
}

interface Fixtures {
  /** A dev host of the test's own: nothing of another test is saved in it. */
  host: DevHost;
}

export const test = base.extend<Options & Fixtures>({
  practice: [{}, { option: true }],
  host: async ({ practice }, use) => {
    const host = await DevHost.start(practice);
    try {
      await use(host);
    } finally {
      await host.stop();
    }
  },
  baseURL: async ({ host }, use) => use(host.address),
});

export { expect } from '@playwright/test';
