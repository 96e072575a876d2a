/**
 * Writing one mapping into the other product: what would be written, writing it, what became of it. Everything is kept by the program;
 * a writing goes on when the page is left, and the page finds it again.
 */
import {
  CommandFailed,
  type MappingEnd,
  type MappingProgress,
  type MappingRun,
  type WriteRow,
  type WriteState,
  type WrittenRow,
  type WritingView,
} from '$lib/backend';
import { Announcer } from '$lib/announcer';
import { text } from '$lib/text';
import { SeenRows } from './seen-rows.svelte';
import type { Wizard } from './wizard.svelte';

const words = text.writing;

type Kind = 'plan' | 'write';

export type WritingRun =
  | { is: 'idle' }
  | { is: 'running'; kind: Kind; number: number | null; progress: MappingProgress | null; stopping: boolean }
  | { is: 'cancelled'; kind: Kind }
  | { is: 'stopped'; message: string };

export class WritingDesk {
  view = $state.raw<WritingView | null>(null);
  run = $state.raw<WritingRun>({ is: 'idle' });
  /** What is wrong with the number of the integration. */
  numberProblem = $state<string | null>(null);
  /** Which rows of the plan are shown. */
  state = $state<WriteState | null>(null);
  /** Where the last file was saved, in words. */
  saved = $state('');
  /** What is read out. */
  said = $state('');

  readonly planned: SeenRows<WriteRow>;
  readonly written: SeenRows<WrittenRow>;
  readonly #wizard: Wizard;
  readonly #of: { connection: string; mapping: string };
  readonly #announcer = new Announcer((message) => (this.said = message));
  #gone = false;

  constructor(wizard: Wizard, mapping: string) {
    this.#wizard = wizard;
    this.#of = { connection: wizard.connection, mapping };
    const { backend } = wizard;
    this.planned = new SeenRows((window) =>
      backend.call('write_plan_rows', { ...this.#of, ...window, state: this.state }),
    );
    this.written = new SeenRows((window) => backend.call('written_rows', { ...this.#of, ...window }));
  }

  get isRunning(): boolean {
    return this.run.is === 'running';
  }

  /** Rows of the last writing that do not surely stand there. */
  get left(): number {
    const last = this.view?.last;
    return last ? last.failed + last.unknown + last.waiting : 0;
  }

  async load(): Promise<void> {
    await this.#wizard.do(async () => {
      this.view = await this.#wizard.call('writing', this.#of);
    });
    if (this.view?.plan) void this.planned.begin();
    if (this.view?.last) void this.written.begin();
    const running = this.view?.running ?? null;
    if (running !== null && !this.isRunning)
      await this.#watch('write', () => Promise.resolve({ run: running }));
  }

  /** The page is gone. A look ends with it; a writing that was asked for goes on. */
  leave(): void {
    this.#gone = true;
    if (this.run.is === 'running' && this.run.kind === 'plan') this.stop();
    this.#announcer.stop();
  }

  /** `true` when the number was kept. */
  async setNumber(number: string): Promise<boolean> {
    await this.#wizard.do(async () => {
      const { problem, view } = await this.#wizard.call('set_integration_number', { ...this.#of, number });
      this.numberProblem = problem;
      this.view = view;
    });
    return this.numberProblem === null;
  }

  /** Looks what would be written; all of it, or only what does not stand there since the last time. */
  async look(onlyFailed: boolean): Promise<void> {
    const of = { ...this.#of, only_failed: onlyFailed };
    await this.#watch('plan', () => this.#wizard.backend.call('start_write_plan', of));
  }

  async show(state: WriteState | null): Promise<void> {
    this.state = state;
    await this.planned.begin();
  }

  async include(row: WriteRow, included: boolean): Promise<void> {
    await this.#include({ row: row.id, state: null, included });
  }

  /** Ticks or unticks all that stand as those shown. */
  async includeAll(state: WriteState, included: boolean): Promise<void> {
    await this.#include({ row: null, state, included });
  }

  async drop(): Promise<void> {
    await this.#wizard.do(async () => {
      this.view = await this.#wizard.call('drop_write_plan', this.#of);
    });
  }

  async write(): Promise<void> {
    const plan = this.view?.plan;
    if (!plan) return;
    const order = { ...this.#of, plan: plan.number, rows: plan.included };
    await this.#watch('write', () => this.#wizard.backend.call('start_writing', order));
  }

  stop(): void {
    if (this.run.is !== 'running' || this.run.stopping) return;
    this.run = { ...this.run, stopping: true };
    if (this.run.number !== null) void this.#cancel(this.run.number);
  }

  async save(): Promise<void> {
    await this.#wizard.do(async () => {
      const { path } = await this.#wizard.call('save_written', this.#of);
      if (path !== null) this.saved = words.result.saved(path);
    });
  }

  async #include(which: { row: string | null; state: WriteState | null; included: boolean }): Promise<void> {
    const plan = this.view?.plan?.number;
    if (plan === undefined) return;
    await this.#wizard.do(async () => {
      this.view = await this.#wizard.call('include_in_writing', { ...this.#of, plan, ...which });
    });
    await this.planned.renew();
  }

  /** Begins something, or finds it again, and follows it to its end. */
  async #watch(kind: Kind, begin: () => Promise<MappingRun>): Promise<void> {
    if (this.isRunning) return;
    this.saved = '';
    this.run = { is: 'running', kind, number: null, progress: null, stopping: false };
    try {
      const { run } = await begin();
      // Stopped before its number was known.
      if (this.#isStopping()) await this.#cancel(run);
      this.run = { is: 'running', kind, number: run, progress: null, stopping: this.#isStopping() };
      this.#ended(kind, await this.#follow(kind, run));
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      this.run = { is: 'stopped', message: thrown.message };
    }
    if (!this.#gone) await this.#renew(kind);
  }

  async #follow(kind: Kind, number: number): Promise<MappingEnd | null> {
    let seen = 0;
    while (!this.#gone) {
      const progress = await this.#wizard.backend.call('watch_mapping', { run: number, seen });
      if (progress.ended) return progress.ended;
      seen = progress.version;
      this.run = { is: 'running', kind, number, progress, stopping: this.#isStopping() };
    }
    return null;
  }

  #ended(kind: Kind, end: MappingEnd | null): void {
    if (end?.how === 'stopped') this.run = { is: 'stopped', message: end.message };
    else if (end?.how === 'cancelled') this.run = { is: 'cancelled', kind };
    else this.run = { is: 'idle' };
  }

  async #renew(kind: Kind): Promise<void> {
    this.state = null;
    await this.#wizard.do(async () => {
      this.view = await this.#wizard.call('writing', this.#of);
    });
    const { plan, last } = this.view ?? {};
    if (plan) await this.planned.begin();
    if (last) await this.written.begin();
    if (kind === 'plan' && plan) this.#announcer.tellNow(words.said.planned(plan.included));
    if (kind === 'write' && last) this.#announcer.tellNow(words.said.written(last.done, last.rows));
  }

  #isStopping(): boolean {
    return this.run.is === 'running' && this.run.stopping;
  }

  /** A run that cannot be stopped ends by its own limits. */
  async #cancel(run: number): Promise<void> {
    try {
      await this.#wizard.backend.call('cancel_mapping', { run });
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
    }
  }
}
