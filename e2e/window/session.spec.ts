/** The test session itself, proved on a window with nothing in it: what the other tests rely on. */
import { readFileSync, readdirSync } from 'node:fs';

import { emptyWindow } from '../support/paths.ts';
import { expect, test } from './fixtures.ts';

test('a window is read, clicked and pictured, and gone when the session ends', async ({ desktop }) => {
  const window = await desktop.open([], emptyWindow);
  await window.heading('Empty window');
  await window.press('A button');
  const picture = await window.picture();
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(running(desktop.home)).toContain('empty-window');

  await desktop.close(window);
  await expect(() => {
    expect(running(desktop.home)).not.toContain('empty-window');
  }).toPass({ timeout: 10_000 });
});

test('the keychain can be locked and unlocked again', async ({ desktop }) => {
  expect(await desktop.keychain.isLocked()).toBe(false);
  await desktop.keychain.lock();
  expect(await desktop.keychain.isLocked()).toBe(true);
  await desktop.keychain.unlock();
  expect(await desktop.keychain.isLocked()).toBe(false);
});

test.describe('without a keychain', () => {
  test.use({ keychainState: 'absent' });

  test('nothing starts one on demand', async ({ desktop }) => {
    expect(await desktop.keychain.isLocked()).toBeUndefined();
  });
});

/** The names of the programs that run in the session with this home. */
function running(home: string): string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    try {
      const inSession = readFileSync(`/proc/${id}/environ`, 'utf8').includes(`HOME=${home}\0`);
      return inSession ? [readFileSync(`/proc/${id}/comm`, 'utf8').trim()] : [];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}
