/**
 * Watch mode: while something fails, look again by itself, so that changing it in Halo is enough. It stops when nothing fails, after a
 * while, when its page is left, and when the window is hidden; it says so, and can be started again.
 */
import type { Backend, ConnectionView, Finding } from '$lib/backend';
import { pause } from './backoff';
import { CheckRun, type CheckRequest } from './check-run.svelte';
import { standing } from './findings';

export class Watch {
  /** What was found last; `null` before the first answer. */
  findings = $state.raw<Finding[] | null>(null);
  /** Titles of what failed before and passes now. */
  repaired = $state.raw<string[]>([]);
  isWatching = $state(false);
  readonly run: CheckRun;

  readonly #request: CheckRequest;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #startedAt = 0;
  #looks = 0;

  constructor(backend: Backend, request: CheckRequest, onview: (view: ConnectionView) => void) {
    this.#request = request;
    this.run = new CheckRun(backend, (view, findings) => {
      this.#take(findings);
      onview(view);
    });
  }

  /** Nothing is left that changing something in Halo would mend. */
  get isMended(): boolean {
    return this.findings !== null && standing(this.findings) !== 'failed';
  }

  /** Looks now, and goes on looking as long as something fails. */
  async start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#startedAt = Date.now();
    this.#looks = 0;
    await this.#look();
  }

  /** The admin cancels: nothing more by itself. */
  cancel(): void {
    this.run.cancel();
    this.#rest();
  }

  /** The window is hidden: nothing is asked that nobody sees. */
  hide(): void {
    if (this.isWatching && !this.run.isRunning) this.#rest();
  }

  /** The page is left. */
  leave(): void {
    this.run.leave();
    this.#rest();
  }

  async #look(): Promise<void> {
    this.isWatching = true;
    await this.run.start(this.#request);
    if (!this.isWatching) return;
    this.#looks++;
    const wait = this.run.state.is !== 'done' || this.isMended ? null : this.#pause();
    if (wait === null) this.#rest();
    else this.#timer = setTimeout(() => void this.#look(), wait);
  }

  #pause(): number | null {
    if (document.visibilityState === 'hidden') return null;
    return pause(this.#looks - 1, Date.now() - this.#startedAt);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.isWatching = false;
  }

  #take(findings: Finding[]): void {
    const failed = this.findings?.filter((one) => one.status === 'failed').map((one) => one.id) ?? [];
    this.repaired = findings
      .filter((one) => one.status === 'passed' && failed.includes(one.id))
      .map((one) => one.title);
    this.findings = findings;
  }
}
