/**
 * A desktop session of a test's own: a home, a screen, a session bus and a keychain, all private and
 * all gone afterwards. The fixture `desktop` of `window/` tests is one of these.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Keychain, type KeychainState } from './keychain.ts';
import { halyard, webKitBrowser } from './paths.ts';
import { startScreen } from './screen.ts';
import { startSessionBus } from './session-bus.ts';
import { Window } from './window.ts';

interface Stoppable {
  stop(): Promise<void>;
}

export class Desktop {
  /** Everything that the program may write is below this folder. */
  readonly home: string;
  /** The whole environment of the program: nothing is inherited from whoever runs the tests. */
  readonly env: Readonly<Record<string, string>>;
  readonly keychain: Keychain;
  readonly #parts: Stoppable[];
  readonly #windows: Window[] = [];

  private constructor(
    home: string,
    env: Readonly<Record<string, string>>,
    keychain: Keychain,
    parts: Stoppable[],
  ) {
    this.home = home;
    this.env = env;
    this.keychain = keychain;
    this.#parts = parts;
  }

  /** Starts a session whose keychain is in the given state. */
  static async start(state: KeychainState): Promise<Desktop> {
    const home = await mkdtemp(path.join(tmpdir(), 'halyard-desktop-'));
    const parts: Stoppable[] = [{ stop: () => rm(home, { recursive: true, force: true, maxRetries: 3 }) }];
    try {
      const env = await privateEnvironment(home);
      const screen = await startScreen();
      parts.unshift(screen);
      env['DISPLAY'] = screen.display;
      const bus = await startSessionBus(path.join(home, 'run'), env);
      parts.unshift(bus);
      env['DBUS_SESSION_BUS_ADDRESS'] = bus.address;
      const keychain = await Keychain.start(state, env);
      parts.unshift(keychain);
      return new Desktop(home, env, keychain, parts);
    } catch (error) {
      await stopAll(parts);
      throw error;
    }
  }

  /** Opens the wizard, or another program, and waits for its window. */
  async open(
    args: readonly string[] = [],
    binary: string = halyard,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Window> {
    const window = await Window.open(binary, args, { ...this.env, ...more });
    this.#windows.push(window);
    return window;
  }

  /** Opens an address in WebKit's own small browser. */
  async browse(address: string): Promise<Window> {
    const window = await Window.open(webKitBrowser, ['--automation'], this.env, 'MiniBrowser');
    this.#windows.push(window);
    await window.driver.get(address);
    return window;
  }

  /** Closes a window as a user would leave it: what was saved stays, and can be opened again. */
  async close(window: Window): Promise<void> {
    this.#windows.splice(this.#windows.indexOf(window), 1);
    await window.close();
  }

  /** Ends everything. A failure to stop one part does not keep the others alive. */
  async stop(): Promise<void> {
    const windows = this.#windows.splice(0).map((window) => ({ stop: () => window.close() }));
    await stopAll([...windows, ...this.#parts]);
  }
}

async function stopAll(parts: readonly Stoppable[]): Promise<void> {
  const problems: unknown[] = [];
  for (const part of parts) await part.stop().catch((error: unknown) => problems.push(error));
  if (problems.length > 0) throw new AggregateError(problems, 'the test session did not end cleanly');
}

async function privateEnvironment(home: string): Promise<Record<string, string>> {
  const folders = {
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_STATE_HOME: path.join(home, 'state'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { mode: 0o700 });
  return {
    ...folders,
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    GDK_BACKEND: 'x11',
    // There is no accessibility bus in this session.
    NO_AT_BRIDGE: '1',
    GTK_A11Y: 'none',
  };
}
