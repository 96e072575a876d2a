/**
 * Takes the picture of the README from the running program, only when asked to:
 * `HALYARD_PICTURE=../docs/picture.png npm run test:window -- picture`, in the folder `e2e`.
 */
import { execFile } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from './fixtures.ts';
import { ask, begin, reads, says, through } from './walk.ts';

const run = promisify(execFile);
const target = process.env['HALYARD_PICTURE'];
const LARGEST = 250_000;

test('the picture of the README', async ({ desktop }) => {
  test.skip(target === undefined, 'HALYARD_PICTURE names the file to write');
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  await begin(window, 'Hudu');
  await (await window.find('footer button')).click();
  await through(window, 'hudu', async () => (await says(window)).includes('You are connected as'));
  await reads(window, 'Everything Halo can prove is right');
  const left = path.join(desktop.home, 'proof.png');
  const right = path.join(desktop.home, 'hub.png');
  writeFileSync(left, await window.picture());
  await window.press('All tasks');
  await reads(window, 'tasks completed');
  await ask(window, 'set_theme', { colours: 'dark' });
  const isDark = 'return matchMedia("(prefers-color-scheme: dark)").matches';
  await expect.poll(() => window.driver.executeScript(isDark)).toBe(true);
  writeFileSync(right, await window.picture());
  const beside = [
    '-background',
    'none',
    '-bordercolor',
    '#8a9599',
    '-border',
    '1',
    '-splice',
    '12x0',
    '+append',
  ];
  await run('convert', [left, right, ...beside, '-chop', '12x0', '-colors', '255', target ?? ''], {
    timeout: 30_000,
  });
  expect(statSync(target ?? '').size).toBeLessThan(LARGEST);
});
