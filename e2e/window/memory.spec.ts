/** What is left of a secret and of a token in the memory of the window's programs once a check is over. */
import { clipboard, copyElsewhere } from '../support/clipboard.ts';
import type { Desktop } from '../support/desktop.ts';
import { closedMemory, placesOf, programs, type Place, type Program } from '../support/memory.ts';
import { Tenant } from '../support/tenant.ts';
import type { Window } from '../support/window.ts';
import { expect, test as base } from './fixtures.ts';
import { begin, go, hasButton, reads, says, through } from './walk.ts';

const PRODUCT = 'Hudu';
const PROFILE = 'hudu';
/** A connection that nobody uses is closed after ten seconds, and looking takes its time. */
const LIMIT_MS = 60_000;

const test = base.extend<{ tenant: Tenant }>({
  tenant: async ({ desktop }, use) => {
    const tenant = await Tenant.start(PROFILE, desktop.env);
    try {
      await use(tenant);
    } finally {
      await tenant.stop();
    }
  },
});

/** Halyard itself: everything but the page, its network and what drives them in tests. */
const isHalyard = ({ name }: Program): boolean => name.endsWith('halyard');
/** The programs of the page. WebKit's driver stands where the admin's fingers are. */
const isPage = ({ name }: Program): boolean => name.startsWith('WebKit') && name !== 'WebKitWebDriver';

/** Where the text is in the programs of this kind. */
function left(desktop: Desktop, kind: (program: Program) => boolean, text: string): Place[] {
  const looked = programs(desktop.home).filter(kind);
  expect(looked.length, 'they run').toBeGreaterThan(0);
  return looked.flatMap((program) => placesOf(program, text));
}

/** Opens the real wizard, which knows no practice, and goes to the page of the secret. */
async function atSecret(desktop: Desktop, tenant: Tenant): Promise<Window> {
  const window = await desktop.open();
  const [program] = programs(desktop.home).filter(isHalyard);
  const why = program === undefined ? 'it does not run' : closedMemory(program);
  // It closes its memory to everybody but root.
  test.skip(why !== undefined, `The program’s memory can be looked into by root only: ${why ?? ''}`);
  await window.heading(/\S/);
  await begin(window, PRODUCT);
  await (await window.find('footer button')).click();
  await through(window, PROFILE, () => hasButton(window, 'Paste from the clipboard'), tenant);
  return window;
}

/** Goes on until the whole connection was checked. */
async function check(window: Window, tenant: Tenant): Promise<void> {
  await reads(window, 'arrived. They are never shown.');
  await go(window);
  const isProved = async (): Promise<boolean> => (await says(window)).includes('You are connected as');
  await through(window, PROFILE, isProved, tenant);
  expect(tenant.tokens.length, 'it signed in').toBeGreaterThan(0);
}

test('a secret that was pasted, and the tokens got with it, are nowhere in memory once the check is over', async ({
  desktop,
  tenant,
}) => {
  const window = await atSecret(desktop, tenant);
  const other = copyElsewhere(desktop.env, tenant.secret);
  await expect.poll(() => clipboard(desktop.env)).toBe(tenant.secret);
  await window.press('Paste from the clipboard');
  await check(window, tenant);
  await other.stop();
  expect(left(desktop, isHalyard, tenant.clientId), 'what is there is found').not.toEqual([]);
  for (const text of [tenant.secret, ...tenant.tokens]) {
    await expect.poll(() => left(desktop, isHalyard, text), { timeout: LIMIT_MS }).toEqual([]);
    expect(left(desktop, isPage, text), 'the page never had it').toEqual([]);
  }
});

test('a secret that was typed is left in the memory of the page at most', async ({ desktop, tenant }) => {
  const window = await atSecret(desktop, tenant);
  await window.press('Enter it by hand instead');
  // Key by key, as fingers do: a whole text would stay in the driver's messages, which pass through Halyard's memory.
  const field = await window.find('#typed-secret');
  for (const key of tenant.secret) await field.sendKeys(key);
  expect(left(desktop, isPage, tenant.secret), 'what is in the field is found').not.toEqual([]);
  await window.press('Use this secret');
  await check(window, tenant);
  for (const text of [tenant.secret, ...tenant.tokens]) {
    await expect.poll(() => left(desktop, isHalyard, text), { timeout: LIMIT_MS }).toEqual([]);
  }
  for (const token of tenant.tokens) expect(left(desktop, isPage, token)).toEqual([]);
  // Nothing of ours can wipe what the engine keeps: how much that is, is noted and not judged.
  const places = left(desktop, isPage, tenant.secret);
  const names = places.map(({ program }) => program).join(', ');
  test.info().annotations.push({ type: 'left in the page', description: `${places.length}: ${names}` });
});
