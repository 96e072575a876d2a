/** A real keychain (GNOME's) on a test's own session bus: unlocked, locked, or not there at all. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { Running } from './process.ts';

const run = promisify(execFile);
const PASSWORD = 'only for this test';
const SERVICE = 'org.freedesktop.secrets';
const OBJECT = '/org/freedesktop/secrets';
const LOGIN = `${OBJECT}/collection/login`;

/** In which state a test finds the keychain. */
export type KeychainState = 'unlocked' | 'locked' | 'absent';

export class Keychain {
  readonly #env: Readonly<Record<string, string>>;
  #daemon: Running | undefined;

  private constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
  }

  /** Brings the keychain of the session in `env` into a state. */
  static async start(state: KeychainState, env: Readonly<Record<string, string>>): Promise<Keychain> {
    const keychain = new Keychain(env);
    try {
      if (state !== 'absent') await keychain.unlock();
      if (state === 'locked') await keychain.lock();
    } catch (error) {
      await keychain.stop();
      throw error;
    }
    return keychain;
  }

  /** Starts the keychain where there is none, and opens it with its password. */
  async unlock(): Promise<void> {
    const before = this.#daemon;
    const daemon = new Running({
      command: 'gnome-keyring-daemon',
      arguments: ['--unlock', '--components=secrets', '--foreground', ...(before ? ['--replace'] : [])],
      env: this.#env,
      input: PASSWORD,
    });
    this.#daemon = daemon;
    await daemon.until(async () => ((await this.isLocked()) === false ? true : undefined));
    await before?.stop();
  }

  /** Closes it: what is in it stays, and cannot be read. */
  async lock(): Promise<void> {
    await this.#call('org.freedesktop.Secret.Service.Lock', OBJECT, `['${LOGIN}']`);
  }

  /** Whether it is locked; undefined where it does not answer. */
  async isLocked(): Promise<boolean | undefined> {
    const get = 'org.freedesktop.DBus.Properties.Get';
    const names = ['org.freedesktop.Secret.Collection', 'Locked'];
    const answer = await this.#call(get, LOGIN, ...names).catch(() => undefined);
    return answer === undefined ? undefined : answer.includes('true');
  }

  async stop(): Promise<void> {
    await this.#daemon?.stop();
  }

  async #call(method: string, object: string, ...rest: string[]): Promise<string> {
    const where = ['--session', '--timeout', '5', '--dest', SERVICE, '--object-path', object];
    const answer = await run('gdbus', ['call', ...where, '--method', method, ...rest], { env: this.#env });
    return answer.stdout;
  }
}
