/** The whole way for one product in the real window, with a real keychain and a secret that must stay where it belongs. */
import { mkdirSync } from 'node:fs';

import { clipboard } from '../support/clipboard.ts';
import { filesWith, forms, isIn, processes } from '../support/sentinel.ts';
import type { Window } from '../support/window.ts';
import { expect, test } from './fixtures.ts';
import { ask, begin, go, hasButton, reads, says, through } from './walk.ts';

const PRODUCT = 'Hudu';
const PROFILE = 'hudu';

/** From now on keeps both directions of every call between page and program. */
const LISTEN = `
  window.heard = [];
  const real = window.fetch;
  window.fetch = async (...call) => {
    const entry = { asked: call.map((part) => typeof part === 'string' ? part : String(part?.body)).join(' '), answered: '' };
    window.heard.push(entry);
    const reply = await real(...call);
    entry.answered = await reply.clone().text();
    return reply;
  };`;

interface Call {
  readonly asked: string;
  readonly answered: string;
}

const heard = (window: Window): Promise<Call[]> => window.driver.executeScript<Call[]>('return window.heard');
const page = (window: Window): Promise<string> =>
  window.driver.executeScript<string>(
    'return document.documentElement.outerHTML + [...document.querySelectorAll("input")].map((one) => one.value).join()',
  );

/** When everything was checked last. */
async function lastCheck(window: Window): Promise<string | undefined> {
  const { last_connection: connection } = await ask<{ last_connection: string }>(window, 'app_info');
  const view = await ask<{ last_check: { at: string } | null }>(window, 'connection', { connection });
  return view.last_check?.at;
}

test('from the first page to the proof and the form; closed and opened again it goes on, and the secret is nowhere but in the keychain', async ({
  desktop,
}) => {
  const temporary = `${desktop.home}/tmp`;
  mkdirSync(temporary);
  const everything = { HALYARD_LOG: 'trace', TMPDIR: temporary };
  let window = await desktop.open(['demo'], undefined, everything);
  await window.heading(/\S/);
  await window.driver.executeScript(LISTEN);
  await begin(window, PRODUCT);
  await (await window.find('footer button')).click();

  let secret = '';
  await through(window, PROFILE, async () => {
    if (secret === '' && (await hasButton(window, 'Copy the practice secret'))) {
      await window.press('Copy the practice secret');
      await reads(window, 'The practice secret is on the clipboard.');
      secret = (await clipboard(desktop.env)) ?? '';
      expect(secret.length).toBeGreaterThan(30);
      expect(await clipboard(desktop.env, 'x-kde-passwordManagerHint')).toBe('secret');
    }
    return (await says(window)).includes('You are connected as');
  });
  await reads(window, 'Everything Halo can prove is right');
  expect(await clipboard(desktop.env), 'once stored, it is taken off the clipboard').not.toBe(secret);

  await through(window, PROFILE, () => hasButton(window, 'Copy the secret'));
  await window.press('Copy the secret');
  await reads(window, 'The clipboard is cleared in');
  expect(await clipboard(desktop.env)).toBe(secret);
  expect(await clipboard(desktop.env, 'x-kde-passwordManagerHint')).toBe('secret');

  const calls = await heard(window);
  const { rehearsal } = await ask<{ rehearsal: { client_ids: Record<string, string> } }>(window, 'app_info');
  const clientId = rehearsal.client_ids[PROFILE] ?? '';
  const answers = calls.map((call) => call.answered).join('\n');
  const asked = calls.map((call) => call.asked).join('\n');
  expect(asked, 'the recording holds what was asked').toContain('set_client_id');
  expect(isIn(answers, clientId), 'the recording holds what was answered').toBe(true);
  expect(isIn(answers, secret), 'in a reply to the page').toBe(false);
  expect(isIn(asked, secret), 'in a question of the page').toBe(false);
  expect(isIn(await page(window), PRODUCT)).toBe(true);
  expect(isIn(await page(window), secret), 'in the page').toBe(false);

  const running = processes(desktop.home);
  expect(running.map((one) => one.name)).toContain('halyard');
  expect(running.filter((one) => isIn(one.text, 'HALYARD_LOG')).length).toBeGreaterThan(0);
  expect(running.filter((one) => isIn(one.text, secret)).map((one) => one.name)).toEqual([]);
  expect(isIn(window.written, 'TRACE'), 'the log says everything').toBe(true);
  expect(isIn(window.written, secret), 'in the log').toBe(false);

  const place = await (await window.find('h1')).getText();
  await desktop.close(window);
  expect(await clipboard(desktop.env), 'gone from the clipboard with the program').not.toBe(secret);
  expect(filesWith(desktop.home, clientId), 'files are really looked into').not.toEqual([]);
  expect(filesWith(desktop.home, secret)).toEqual([]);

  window = await desktop.open(['demo'], undefined, everything);
  await window.heading(place);
  await window.press('All tasks');
  await reads(window, 'tasks completed');
  await window.press('Prove the connection');
  const before = await lastCheck(window);
  await window.press('Check everything again');
  await expect.poll(() => lastCheck(window), { timeout: 15_000 }).not.toEqual(before);
  await reads(window, 'You are connected as');
  await reads(window, 'Everything Halo can prove is right');
  expect(isIn(window.written, secret)).toBe(false);
});

test('a secret typed by hand goes one way and out of the field', async ({ desktop }) => {
  const window = await desktop.open(['demo']);
  await window.heading(/\S/);
  await window.driver.executeScript(LISTEN);
  await begin(window, PRODUCT);
  await (await window.find('footer button')).click();
  await through(window, PROFILE, () => hasButton(window, 'Copy the practice secret'));
  await window.press('Copy the practice secret');
  await reads(window, 'The practice secret is on the clipboard.');
  const secret = (await clipboard(desktop.env)) ?? '';
  await window.press('Enter it by hand instead');
  await (await window.find('#typed-secret')).sendKeys(secret);
  await window.press('Use this secret');
  await reads(window, 'arrived. They are never shown.');
  const calls = await heard(window);
  expect(
    calls.filter((call) => isIn(call.asked, secret)).map((call) => /type_secret/.test(call.asked)),
  ).toEqual([true]);
  expect(calls.filter((call) => isIn(call.answered, secret))).toEqual([]);
  expect(isIn(await page(window), secret), 'the field is emptied').toBe(false);
  await go(window);
});

test('each form in which a secret could be somewhere is found', () => {
  const secret = 'kept/by+the keychain&only=1234567890';
  for (const form of forms(secret)) {
    expect(isIn(Buffer.concat([Buffer.from('before'), form, Buffer.from('after')]), secret)).toBe(true);
  }
  for (const before of ['', 'a', 'ab']) {
    expect(isIn(Buffer.from(`${before}${secret}.`).toString('base64'), secret)).toBe(true);
  }
  expect(isIn('nothing of the kind', secret)).toBe(false);
});
