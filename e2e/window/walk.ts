/** Walks through the wizard in the real window as an admin does. It knows the questions, not their order and no product. */
import type { Window } from '../support/window.ts';

/** No set-up has more pages than this. */
const MOST_PAGES = 80;
const LIMIT_MS = 15_000;

const SUBMIT = 'footer button[type=submit]';

interface AppInfo {
  readonly rehearsal: {
    readonly address: string;
    readonly client_ids: Readonly<Record<string, string>>;
  } | null;
  readonly last_connection: string | null;
}

/** Asks one of the program's commands, as the page does. */
export async function ask<T>(window: Window, command: string, request: object = {}): Promise<T> {
  return window.driver.executeAsyncScript<T>(
    `const [command, request, done] = arguments;
     window.__TAURI_INTERNALS__.invoke(command, { request }).then(done, (why) => done({ refused: String(why?.message ?? why) }));`,
    command,
    request,
  );
}

/** What the page's main part says at this moment. */
export async function says(window: Window): Promise<string> {
  return window.driver.executeScript<string>('return document.body.innerText');
}

/** Waits until the page says this. */
export async function reads(window: Window, words: string): Promise<void> {
  await window.driver.wait(
    async () => (await says(window)).includes(words),
    LIMIT_MS,
    `the page does not say "${words}"`,
  );
}

/** Whether something like this is on the page and can be seen. */
async function shows(window: Window, selector: string): Promise<boolean> {
  return window.driver.executeScript<boolean>(
    'return document.querySelector(arguments[0])?.checkVisibility() ?? false',
    selector,
  );
}

export async function hasButton(window: Window, words: string): Promise<boolean> {
  return window.driver.executeScript<boolean>(
    'return [...document.querySelectorAll("button")].some((one) => one.textContent.trim() === arguments[0])',
    words,
  );
}

export async function fill(window: Window, selector: string, text: string): Promise<void> {
  const field = await window.find(selector);
  await field.clear();
  await field.sendKeys(text);
}

const headingOf = (window: Window): Promise<string> =>
  window.driver.executeScript<string>('return document.querySelector("h1")?.textContent.trim() ?? ""');

/** From the first page to the hub of a new connection. */
export async function begin(window: Window, product: string): Promise<void> {
  await window.press('Connect a product');
  await fill(window, '#search', product);
  await window.press(product);
  await window.press('Start');
  await reads(window, 'tasks completed');
}

/** Continues, and waits for the next page. */
export async function go(window: Window): Promise<void> {
  const before = await headingOf(window);
  await (await window.find(SUBMIT)).click();
  await window.driver.wait(
    async () => (await headingOf(window)) !== before,
    LIMIT_MS,
    `nothing follows "${before}"`,
  );
  await window.find(SUBMIT);
}

/** What is entered of a Halo. */
interface Halo {
  readonly address: string;
  readonly clientId: string;
}

/** What the practice has for this profile. */
async function practised(window: Window, profile: string): Promise<Halo> {
  const { rehearsal } = await ask<AppInfo>(window, 'app_info');
  return { address: rehearsal?.address ?? '', clientId: rehearsal?.client_ids[profile] ?? '' };
}

/**
 * From the hub page by page, until `isThere` says that the page one is on is the wanted one. The Halo
 * is the one of the practice unless another is given.
 */
export async function through(
  window: Window,
  profile: string,
  isThere: (heading: string) => boolean | Promise<boolean>,
  other?: Halo,
): Promise<void> {
  const halo = other ?? (await practised(window, profile));
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    if (await isThere(await headingOf(window))) return;
    if (await shows(window, '#address')) await fill(window, '#address', halo.address);
    if (await shows(window, '#client-id')) await fill(window, '#client-id', halo.clientId);
    if (await shows(window, 'textarea')) await fill(window, 'textarea', 'Projects');
    if (await shows(window, 'input[type=radio]')) await (await window.find('input[type=radio]')).click();
    if (await hasButton(window, 'Copy the practice secret')) await paste(window);
    await go(window);
  }
  throw new Error(`the way did not end after ${MOST_PAGES} pages`);
}

/** Copies the practice secret and has the program paste it. */
export async function paste(window: Window): Promise<void> {
  await window.press('Copy the practice secret');
  await reads(window, 'The practice secret is on the clipboard.');
  await window.press('Paste from the clipboard');
  await reads(window, 'arrived. They are never shown.');
}
