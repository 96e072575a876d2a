/** What every test of the real window starts from. */
import { test as base } from '@playwright/test';

import { Desktop } from '../support/desktop.ts';
import type { KeychainState } from '../support/keychain.ts';

interface Options {
  /** In which state the test finds the keychain; unlocked unless said otherwise. */
  keychainState: KeychainState;
}

interface Fixtures {
  /** A desktop session of the test's own. */
  desktop: Desktop;
}

export const test = base.extend<Options & Fixtures>({
  keychainState: ['unlocked', { option: true }],
  desktop: async ({ keychainState }, use) => {
    const desktop = await Desktop.start(keychainState);
    try {
      await use(desktop);
    } finally {
      await desktop.stop();
    }
  },
});

export { expect } from '@playwright/test';
