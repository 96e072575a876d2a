/** Pasting in the real window: the wrong thing, and with a keychain that is closed. */
import { clipboard, copyElsewhere } from '../support/clipboard.ts';
import type { Desktop } from '../support/desktop.ts';
import type { Window } from '../support/window.ts';
import { expect, test } from './fixtures.ts';
import { begin, hasButton, paste, reads, says, through } from './walk.ts';

/** Opens the wizard and goes to the page of the secret. */
async function atSecret(desktop: Desktop): Promise<Window> {
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  await begin(window, 'Hudu');
  await (await window.find('footer button')).click();
  await through(window, 'hudu', () => hasButton(window, 'Copy the practice secret'));
  return window;
}

test('the Client ID pasted as the secret is recognised and left on the clipboard', async ({ desktop }) => {
  const window = await atSecret(desktop);
  const id = '8fc9833d-947d-4d84-b747-91d3898547ca';
  const other = copyElsewhere(desktop.env, id);
  try {
    await expect.poll(() => clipboard(desktop.env)).toBe(id);
    await window.press('Paste from the clipboard');
    await reads(window, 'There is a problem');
    expect(await says(window)).toContain('Client ID');
    expect(await clipboard(desktop.env)).toBe(id);
    await paste(window);
    expect(await says(window)).not.toContain('There is a problem');
  } finally {
    await other.stop();
  }
});

test.describe('with a locked keychain', () => {
  test.use({ keychainState: 'locked' });

  test('the page says so, offers memory only, and goes back to the keychain once it is open', async ({
    desktop,
  }) => {
    const window = await atSecret(desktop);
    await reads(window, 'is not ready');
    await window.press('Keep it in memory only');
    await reads(window, 'Secrets are kept in memory only');
    await paste(window);
    await reads(window, 'The Client Secret is kept in memory until you close Halyard.');
    await desktop.keychain.unlock();
    await window.press('Use the keychain again');
    await expect.poll(() => says(window)).not.toContain('Secrets are kept in memory only');
    await window.press('Replace the secret');
    await paste(window);
    await reads(window, 'The Client Secret is stored in');
  });
});
