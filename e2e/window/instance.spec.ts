/** The window as a thing on the desktop: its size and colours, second starts, a sudden end, a damaged file. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { halyard } from '../support/paths.ts';
import { Running } from '../support/process.ts';
import { expect, test } from './fixtures.ts';
import { ask, begin, hasButton, reads, through } from './walk.ts';

const run = promisify(execFile);
const LIMIT = { timeout: 10_000 };

/** The visible windows of the program on this screen. */
async function windows(env: Readonly<Record<string, string>>, title = 'Halyard'): Promise<string[]> {
  const found = run('xdotool', ['search', '--onlyvisible', '--name', title], { env });
  return found.then(
    ({ stdout }) => stdout.trim().split('\n').filter(Boolean),
    () => [],
  );
}

/** The ids of the program's own processes in the session with this home. */
function own(home: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      try {
        return (
          readFileSync(`/proc/${id}/comm`, 'utf8') === 'halyard\n' &&
          readFileSync(`/proc/${id}/environ`, 'utf8').includes(`HOME=${home}\0`)
        );
      } catch {
        return false;
      }
    });
}

test('the window has its size and its title, and follows the colours that are chosen', async ({
  desktop,
}) => {
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  const { driver } = window;
  const size = (): Promise<number[]> => driver.executeScript('return [innerWidth, innerHeight]');
  await expect.poll(size, LIMIT).toEqual([520, 820]);
  const [id] = await windows(desktop.env);
  const { stdout } = await run('xprop', ['-id', id ?? '', 'WM_NORMAL_HINTS', 'WM_NAME'], {
    env: desktop.env,
  });
  expect(stdout).toContain('minimum size: 360 by 480');
  expect(stdout).toContain('"Halyard"');
  const isDark = 'return matchMedia("(prefers-color-scheme: dark)").matches';
  for (const [colours, dark] of [
    ['dark', true],
    ['light', false],
    ['dark', true],
    ['system', false],
  ] as const) {
    await ask(window, 'set_theme', { colours });
    await expect.poll(() => driver.executeScript(isDark), LIMIT).toBe(dark);
  }
});

test('on a dark desktop the page is dark from the start', async ({ desktop }) => {
  const folder = path.join(desktop.home, 'config', 'gtk-3.0');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'settings.ini'), '[Settings]\ngtk-application-prefer-dark-theme=1\n');
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  expect(
    await window.driver.executeScript('return getComputedStyle(document.documentElement).backgroundColor'),
  ).toBe('rgb(13, 26, 31)');
});

test('a second start shows the first window and opens no other', async ({ desktop }) => {
  const window = await desktop.open([]);
  await window.heading(/^Connect/);
  const second = new Running({ command: halyard, arguments: [], env: desktop.env });
  try {
    await second.ended();
    expect(await windows(desktop.env)).toHaveLength(1);
    await begin(window, 'Hudu');
  } finally {
    await second.stop();
  }
});

test('a second practice window says plainly that the first one is open', async ({ desktop }) => {
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  const second = new Running({ command: halyard, arguments: ['demo'], env: desktop.env });
  try {
    await expect.poll(() => windows(desktop.env, 'Halyard cannot open'), LIMIT).toHaveLength(1);
    await run(
      'xdotool',
      ['search', '--onlyvisible', '--name', 'Halyard cannot open', 'windowfocus', '--sync', 'key', 'Return'],
      { env: desktop.env },
    );
    await second.ended();
  } finally {
    await second.stop();
  }
});

test('killed in the middle, it opens again where it was', async ({ desktop }) => {
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  await begin(window, 'Hudu');
  await (await window.find('footer button')).click();
  await through(window, 'hudu', () => hasButton(window, 'Correct a value'));
  const place = await (await window.find('h1')).getText();
  for (const id of own(desktop.home)) process.kill(id, 'SIGKILL');
  await expect.poll(() => own(desktop.home), LIMIT).toEqual([]);
  await desktop.close(window).catch(() => undefined);
  const again = await desktop.open(['demo']);
  await again.heading(place);
  await again.press('Continue');
});

test('a damaged file is set aside, and the window says so', async ({ desktop }) => {
  const folder = path.join(desktop.home, 'data', 'app.halyard.wizard', 'practice');
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  await begin(window, 'Hudu');
  await desktop.close(window);
  // What was written last stands in a journal beside the file, from which it would be repaired.
  for (const name of readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name)))
    rmSync(path.join(folder, name));
  const file = readdirSync(folder).find((name) => /\.(db|sqlite3?)$/.test(name));
  expect(file).toBeDefined();
  writeFileSync(path.join(folder, file ?? ''), 'not a database '.repeat(1000));
  const again = await desktop.open(['demo']);
  await reads(again, 'The file with your connections was damaged. It was kept as');
  await begin(again, 'Hudu');
  const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
  expect(kept.some((one) => one.includes('not a database'))).toBe(true);
});

test('a window that nobody drives leaves nothing of its page on disk', async ({ desktop }) => {
  const program = new Running({ command: halyard, arguments: ['demo'], env: desktop.env });
  try {
    await expect.poll(() => windows(desktop.env), LIMIT).toHaveLength(1);
    const folder = path.join(desktop.home, 'data', 'app.halyard.wizard');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const left = files.map((one) => path.relative(folder, path.join(one.parentPath, one.name)));
    // WebKit prepares its folders for whoever may use them; of the page there must be nothing.
    const prepared = /(^|\/)(salt|hsts-storage\.sqlite(-wal|-shm)?)$/;
    expect(left.filter((one) => !one.startsWith('practice/') && !prepared.test(one))).toEqual([]);
  } finally {
    await program.stop();
  }
});
