/**
 * The dev host: the page and the real commands over loopback HTTP, with nothing saved beyond the test.
 *
 * What a test does to the computer around the page (its clipboard, the links that were opened) and to the
 * practice tenant goes through here; everything else goes through the page.
 */
import { devHost, page } from './paths.ts';
import { Running } from './process.ts';

/** What the practice tenant is like at the start. */
export interface Practice {
  /** What is wrong with it; nothing unless said otherwise. */
  readonly scenario?: string;
  /** The profile that the scenario acts on; the first built-in one unless said otherwise. */
  readonly profile?: string;
  /** How many customers it has; as many as the practice tenant has unless said otherwise. */
  readonly customers?: number;
}

export class DevHost {
  /** Where the page is served. */
  readonly address: string;
  readonly #running: Running;

  private constructor(address: string, running: Running) {
    this.address = address;
    this.#running = running;
  }

  /** Starts a dev host of its own on a free port and waits until it serves. */
  static async start(practice: Practice): Promise<DevHost> {
    const chosen = [
      ...(practice.scenario === undefined ? [] : ['--scenario', practice.scenario]),
      ...(practice.profile === undefined ? [] : ['--profile', practice.profile]),
      ...(practice.customers === undefined ? [] : ['--customers', String(practice.customers)]),
    ];
    const running = new Running({
      command: devHost,
      arguments: ['--port', '0', '--page', page, ...chosen],
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/' },
    });
    try {
      const ready = JSON.parse(await running.line()) as { address: string };
      return new DevHost(ready.address, running);
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  /** Changes what is wrong with the practice tenant from now on. */
  async scenario(name: string): Promise<void> {
    await this.#ask('POST', `/tenant/scenario/${name}`);
  }

  /** What is on the computer's clipboard; null while nothing is. */
  async clipboard(): Promise<string | null> {
    const reply = await this.#ask('GET', '/desk/clipboard');
    return ((await reply.json()) as { text: string | null }).text;
  }

  /** Puts something on the computer's clipboard, as copying it elsewhere would. */
  async copy(text: string): Promise<void> {
    await this.#ask('PUT', '/desk/clipboard', text);
  }

  /** The addresses that were opened in the admin's browser, in order. */
  async opened(): Promise<string[]> {
    const reply = await this.#ask('GET', '/desk/opened');
    return (await reply.json()) as string[];
  }

  /** Puts a file on the computer; the admin chooses it in every file dialog from now on. */
  async choose(name: string, contents: string): Promise<void> {
    await this.#ask('PUT', `/desk/files/${encodeURIComponent(name)}`, contents);
  }

  async stop(): Promise<void> {
    await this.#running.stop();
  }

  async #ask(method: string, path: string, body?: string): Promise<Response> {
    const reply = await fetch(this.address + path, { method, ...(body === undefined ? {} : { body }) });
    if (!reply.ok) throw new Error(`${method} ${path} was answered with ${reply.status}`);
    return reply;
  }
}
