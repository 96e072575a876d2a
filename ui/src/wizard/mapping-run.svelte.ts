/**
 * Something of a mapping that takes time: reading a list, making suggestions. One at a time, followed by asking what is new, stopped by
 * the admin or when the page is left; what was read until then is kept by the program.
 */
import {
  CommandFailed,
  type Backend,
  type MappingEnd,
  type MappingProgress,
  type MappingRun,
} from '$lib/backend';

export type RunKind = 'halo' | 'vendor' | 'suggestions';

export type RunState =
  | { is: 'idle' }
  | { is: 'running'; kind: RunKind; progress: MappingProgress | null; stopping: boolean }
  | { is: 'cancelled'; kept: number }
  | { is: 'stopped'; message: string; kept: number };

export type Done = Extract<MappingEnd, { how: 'done' }>;

export class MappingRunner {
  state = $state.raw<RunState>({ is: 'idle' });

  readonly #backend: Backend;
  #number: number | null = null;
  #gone = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  get isRunning(): boolean {
    return this.state.is === 'running';
  }

  /** Runs to the end; the answer is what it brought, or nothing where it did not come to its end. */
  async start(kind: RunKind, begin: () => Promise<MappingRun>): Promise<Done | null> {
    if (this.isRunning) return null;
    this.state = { is: 'running', kind, progress: null, stopping: false };
    try {
      const { run } = await begin();
      this.#number = run;
      // Stopped or left before its number was known.
      if (this.#gone || (this.state.is === 'running' && this.state.stopping)) await this.#cancel(run);
      return this.#end(await this.#follow(run, kind));
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      this.state = { is: 'stopped', message: thrown.message, kept: 0 };
      return null;
    } finally {
      this.#number = null;
    }
  }

  stop(): void {
    if (this.state.is !== 'running' || this.state.stopping) return;
    this.state = { ...this.state, stopping: true };
    if (this.#number !== null) void this.#cancel(this.#number);
  }

  /** The page is gone. */
  leave(): void {
    this.#gone = true;
    this.stop();
  }

  /** What it said last is no longer news. */
  forget(): void {
    if (!this.isRunning) this.state = { is: 'idle' };
  }

  async #follow(run: number, kind: RunKind): Promise<MappingEnd | null> {
    let seen = 0;
    while (!this.#gone) {
      const progress = await this.#backend.call('watch_mapping', { run, seen });
      if (progress.ended) return progress.ended;
      seen = progress.version;
      const stopping = this.state.is === 'running' && this.state.stopping;
      this.state = { is: 'running', kind, progress, stopping };
    }
    return null;
  }

  #end(end: MappingEnd | null): Done | null {
    switch (end?.how) {
      case 'done':
        this.state = { is: 'idle' };
        return end;
      case 'cancelled':
        this.state = { is: 'cancelled', kept: end.kept };
        return null;
      case 'stopped':
        this.state = { is: 'stopped', message: end.message, kept: end.kept };
        return null;
      default:
        return null;
    }
  }

  /** A run that cannot be stopped ends by its own limits. */
  async #cancel(run: number): Promise<void> {
    try {
      await this.#backend.call('cancel_mapping', { run });
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
    }
  }
}
