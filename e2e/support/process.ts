/**
 * Other programs, started so that they can be stopped with all that they started themselves.
 *
 * Each is the head of its own process group. What it says on standard error is kept, to be shown when
 * it does not get ready. Nothing here knows what the programs are.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const READY_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 5_000;
const KEPT_OF_STDERR = 8_000;

export interface Start {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Written to standard input, which is then closed. */
  readonly input?: string;
}

/** A program that runs until it is stopped. */
export class Running {
  readonly #child: ChildProcess;
  readonly #name: string;
  #said = '';
  #output = '';
  #everything = '';

  constructor(start: Start) {
    this.#name = start.command;
    this.#child = spawn(start.command, start.arguments, {
      env: start.env,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.on('error', (error) => (this.#said += String(error)));
    this.#child.stderr?.on('data', (data: Buffer) => {
      this.#said = (this.#said + data.toString()).slice(-KEPT_OF_STDERR);
      this.#everything += data.toString();
    });
    this.#child.stdout?.on('data', (data: Buffer) => (this.#output += data.toString()));
    // A program that does not read its input may be gone before it is written.
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdin?.end(start.input ?? '');
  }

  /** The process id. */
  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`${this.#name} did not start: ${this.#said}`);
    return this.#child.pid;
  }

  /** What it has written to standard error, the last of it. */
  get said(): string {
    return this.#said;
  }

  /** All that it and its children have written to both streams so far. */
  get written(): string {
    return this.#output + this.#everything;
  }

  /** The first line of standard output; fails when none comes in time. */
  async line(): Promise<string> {
    return this.until(() => {
      const end = this.#output.indexOf('\n');
      return end < 0 ? undefined : this.#output.slice(0, end).trim();
    });
  }

  /** What `ready` answers, asked again until it answers something; fails when it ends or takes too long. */
  async until<T>(ready: () => T | undefined | Promise<T | undefined>): Promise<T> {
    const limit = Date.now() + READY_LIMIT_MS;
    while (Date.now() < limit) {
      const answer = await ready();
      if (answer !== undefined) return answer;
      if (this.#ended) break;
      await pause(20);
    }
    const how = this.#ended ? 'ended before it was ready' : `was not ready after ${READY_LIMIT_MS} ms`;
    throw new Error(`${this.#name} ${how}. It said:\n${this.#said}`);
  }

  /** Waits until it has ended by itself; fails when it has not in time. */
  async ended(): Promise<void> {
    if (this.#ended) return;
    await once(this.#child, 'exit', { signal: AbortSignal.timeout(STOP_LIMIT_MS) });
  }

  /** Ends it and everything in its process group. */
  async stop(): Promise<void> {
    if (this.#child.pid === undefined) return;
    if (!this.#ended) {
      const exit = once(this.#child, 'exit');
      this.#signal('SIGTERM');
      await Promise.race([exit, pause(STOP_LIMIT_MS, undefined, { ref: false })]);
    }
    this.#signal('SIGKILL');
  }

  get #ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch {
      // The group is already gone.
    }
  }
}
