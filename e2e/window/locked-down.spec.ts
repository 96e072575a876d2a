/** What a page that has been taken over could try. Each attempt stands beside one that must work, so that it is known to be a real one. */
import { createServer } from 'node:http';
import { once } from 'node:events';

import type { WebDriver } from 'selenium-webdriver';

import { expect, test } from './fixtures.ts';
import { ask } from './walk.ts';

/** Runs in the page; `what` is an expression that answers a promise. */
const attempt = (driver: WebDriver, what: string, ...given: unknown[]): Promise<string> =>
  driver.executeAsyncScript<string>(
    `const given = [...arguments]; const done = given.pop();
     Promise.race([
       (async () => (${what}))().then((value) => 'worked: ' + value, (why) => 'refused: ' + (why?.name ?? why)),
       new Promise((resolve) => setTimeout(() => resolve('refused: no answer'), 5000)),
     ]).then(done);`,
    ...given,
  );

test('the page reaches nothing but its own files and the commands of the contract', async ({ desktop }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('hello');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
    const outside = `http://127.0.0.1:${address.port}`;
    expect(await (await fetch(`${outside}/control`)).text()).toBe('hello');
    const window = await desktop.open(['demo']);
    await window.heading(/^Connect/);
    const { driver } = window;

    const image =
      'new Promise((yes, no) => { const one = new Image(); one.onload = yes; one.onerror = () => no("image"); one.src = given[0]; })';
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    expect(await attempt(driver, image, pixel)).toMatch(/^worked/);
    expect(await attempt(driver, image, `${outside}/image.gif`)).toMatch(/^refused/);
    expect(await attempt(driver, 'fetch(given[0])', `${outside}/fetch`)).toMatch(/^refused/);
    // The browser may say that it has sent one; the server below says whether it did.
    await attempt(driver, 'navigator.sendBeacon(given[0])', `${outside}/beacon`);
    const script = (source: string): string =>
      `new Promise((yes) => { const one = document.createElement("script"); ${source}; document.head.append(one); setTimeout(() => yes(window.got ?? "nothing"), 300); })`;
    expect(await attempt(driver, script('one.textContent = "window.got = 1"'))).toBe('worked: nothing');
    expect(await attempt(driver, script('one.src = given[0]'), `${outside}/script.js`)).toBe(
      'worked: nothing',
    );
    expect(
      await attempt(
        driver,
        'new Promise((yes) => { document.body.insertAdjacentHTML("beforeend", "<p id=probe style=\\"width:7px\\">x</p>"); yes(document.querySelector("#probe").offsetWidth === 7); })',
      ),
    ).toBe('worked: false');
    const frame =
      'new Promise((yes) => { const one = document.createElement("iframe"); one.src = given[0]; document.body.append(one); setTimeout(yes, 300); })';
    await attempt(driver, frame, `${outside}/frame`);
    expect(await attempt(driver, 'window.open(given[0]) === null', `${outside}/window`)).toBe('worked: true');
    expect(await driver.getAllWindowHandles()).toHaveLength(1);
    await attempt(
      driver,
      'new Promise((yes) => { location.href = given[0]; setTimeout(yes, 500); })',
      `${outside}/navigation`,
    );
    expect(await driver.getCurrentUrl()).toMatch(/^tauri:\/\/localhost/);
    expect(asked, 'nothing but the control has arrived').toEqual(['/control']);

    const denied = [
      'plugin:clipboard-manager|read_text',
      'plugin:clipboard-manager|write_text',
      'plugin:opener|open_url',
      'plugin:dialog|open',
      'plugin:fs|read_text_file',
      'plugin:window|set_title',
      'plugin:webview|create_webview_window',
      'plugin:event|listen',
      'plugin:app|version',
      'no_such_command',
    ];
    const invoke = 'window.__TAURI_INTERNALS__.invoke(given[0], given[1])';
    expect(await attempt(driver, invoke, 'app_info', { request: {} })).toMatch(/^worked/);
    for (const command of denied) {
      expect(await attempt(driver, invoke, command, {}), command).toMatch(/^refused: .*not (allowed|found)/);
    }
    expect(await attempt(driver, 'typeof window.__TAURI__')).toBe('worked: undefined');
    expect(await attempt(driver, 'Object.isFrozen(Object.prototype)')).toBe('worked: true');
  } finally {
    server.close();
  }
});

test('the page itself breaks none of its rules, and code from text does not run', async ({ desktop }) => {
  const window = await desktop.open(['demo']);
  await window.heading(/^Connect/);
  const { driver } = window;
  // Started by the page's own clock, as injected code would be; the driver's own scripts are above the policy.
  const fromText = (how: string): Promise<string> =>
    attempt(
      driver,
      `new Promise((yes) => {
         document.addEventListener("securitypolicyviolation", (event) => yes(event.effectiveDirective), { once: true });
         setTimeout(() => { try { ${how} } catch {} }, 0);
         setTimeout(() => yes("no violation"), 1000);
       })`,
    );
  expect(await fromText('window.eval("window.got = 1")')).toMatch(/^worked: script-src/);
  expect(await fromText('new Function("window.got = 1")()')).toMatch(/^worked: script-src/);
  expect(await driver.executeScript('return window.got ?? null')).toBeNull();

  await driver.executeScript(
    'window.broken = []; document.addEventListener("securitypolicyviolation", (event) => window.broken.push(event.effectiveDirective + " " + event.blockedURI));',
  );
  await window.press('Connect a product');
  await window.press('Hudu');
  await window.press('Start');
  await window.find('footer button[type=submit]');
  expect(await driver.executeScript('return window.broken')).toEqual([]);
  expect(
    await driver.executeScript('return [...document.fonts].some((font) => font.status === "loaded")'),
  ).toBe(true);
  expect(await ask(window, 'app_info')).toHaveProperty('version');
});
