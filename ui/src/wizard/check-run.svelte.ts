/**
 * One check at a time: started, followed by asking what is new, cancelled. Used by the watch and by the proof. It asks for no more than
 * one answer at once, and stops asking when its page is gone.
 */
import {
  CommandFailed,
  type Backend,
  type CheckEnd,
  type ConnectionView,
  type Finding,
  type Look,
} from '$lib/backend';

export type RunState =
  | { is: 'idle' }
  | { is: 'running'; looks: Look[]; waitingSeconds: number | null }
  | { is: 'done' }
  | { is: 'cancelled' }
  | { is: 'failed'; message: string };

export interface CheckRequest {
  connection: string;
  /** Ids or patterns; all where null. */
  findings: string[] | null;
}

type Done = (view: ConnectionView, findings: Finding[]) => void;

export class CheckRun {
  state = $state.raw<RunState>({ is: 'idle' });

  readonly #backend: Backend;
  readonly #ondone: Done;
  #run: number | null = null;
  /** Goes up whenever what is under way no longer counts. */
  #turn = 0;

  constructor(backend: Backend, ondone: Done) {
    this.#backend = backend;
    this.#ondone = ondone;
  }

  get isRunning(): boolean {
    return this.state.is === 'running';
  }

  /** Checks; resolves when it has ended in whatever way. */
  async start(request: CheckRequest): Promise<void> {
    if (this.isRunning) return;
    const turn = ++this.#turn;
    this.state = { is: 'running', looks: [], waitingSeconds: null };
    try {
      const { run } = await this.#backend.call('start_check', request);
      if (turn !== this.#turn) return void this.#stop(run);
      this.#run = run;
      const end = await this.#follow(run, turn);
      if (turn === this.#turn && end) this.#end(end);
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      if (turn === this.#turn) this.state = { is: 'failed', message: thrown.message };
    } finally {
      if (turn === this.#turn) this.#run = null;
    }
  }

  /** Cancels what is under way. The page is free at once; Halo hears of no further question. */
  cancel(): void {
    if (!this.isRunning) return;
    this.leave();
    this.state = { is: 'cancelled' };
  }

  /** The page is gone. */
  leave(): void {
    this.#turn++;
    if (this.#run !== null) this.#stop(this.#run);
    this.#run = null;
    if (this.isRunning) this.state = { is: 'idle' };
  }

  async #follow(run: number, turn: number): Promise<CheckEnd | null> {
    let seen = 0;
    while (turn === this.#turn) {
      const progress = await this.#backend.call('watch_check', { run, seen });
      if (turn !== this.#turn) return null;
      if (progress.ended) return progress.ended;
      seen = progress.version;
      this.state = { is: 'running', looks: progress.looks, waitingSeconds: progress.waiting_seconds };
    }
    return null;
  }

  #end(end: CheckEnd): void {
    switch (end.how) {
      case 'done':
        this.state = { is: 'done' };
        this.#ondone(end.view, end.findings);
        break;
      case 'cancelled':
        this.state = { is: 'cancelled' };
        break;
      case 'error':
        this.state = { is: 'failed', message: end.message };
        break;
    }
  }

  /** A run that cannot be stopped ends by its own limits. */
  #stop(run: number): void {
    this.#backend.call('cancel_check', { run }).catch((thrown: unknown) => {
      if (!(thrown instanceof CommandFailed)) throw thrown;
    });
  }
}
