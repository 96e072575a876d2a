/**
 * The test ticket of one connection: what may be picked, the run under way, what became of the last one. Leaving the page ends the
 * watching and not the run, because what it wrote must be taken away again; coming back goes on watching.
 */
import {
  CommandFailed,
  type Backend,
  type Look,
  type TestTicketChoices,
  type TestTicketOrder,
  type TestTicketView,
} from '$lib/backend';

export interface TicketRun {
  looks: Look[];
  waitingSeconds: number | null;
  stopping: boolean;
}

export class TestTicket {
  view = $state.raw<TestTicketView | null>(null);
  choices = $state.raw<TestTicketChoices | null>(null);
  isSearching = $state(false);
  run = $state.raw<TicketRun | null>(null);
  /** What Halyard could not do, in its own words. */
  failure = $state<string | null>(null);

  readonly #backend: Backend;
  readonly #connection: string;
  #number: number | null = null;
  #gone = false;
  /** The newest search; answers to older ones no longer count. */
  #search = 0;

  constructor(backend: Backend, connection: string) {
    this.#backend = backend;
    this.#connection = connection;
  }

  /** Looks how it stands, and goes on watching a run that is under way. */
  load(): Promise<void> {
    return this.#try(async () => {
      this.view = await this.#backend.call('test_ticket', { connection: this.#connection });
      if (this.view.running !== null) await this.#follow(this.view.running);
    });
  }

  async search(customer: string): Promise<void> {
    const turn = ++this.#search;
    this.isSearching = true;
    await this.#try(async () => {
      const choices = await this.#backend.call('test_ticket_choices', {
        connection: this.#connection,
        customer,
      });
      if (turn === this.#search) this.choices = choices;
    });
    if (turn === this.#search) this.isSearching = false;
  }

  start(order: Omit<TestTicketOrder, 'connection'>): Promise<void> {
    return this.#begin(() =>
      this.#backend.call('start_test_ticket', { connection: this.#connection, ...order }),
    );
  }

  /** Has what an earlier one left behind taken away. */
  clearUp(): Promise<void> {
    return this.#begin(() => this.#backend.call('clear_up_test_ticket', { connection: this.#connection }));
  }

  /** The admin says that nothing is left. */
  removed(): Promise<void> {
    return this.#try(async () => {
      this.view = await this.#backend.call('test_ticket_removed', { connection: this.#connection });
    });
  }

  /** Stops what would still be added. The run goes on until the ticket is taken away. */
  stop(): Promise<void> {
    const run = this.#number;
    if (run === null || this.run?.stopping) return Promise.resolve();
    if (this.run) this.run = { ...this.run, stopping: true };
    return this.#try(async () => void (await this.#backend.call('cancel_check', { run })));
  }

  /** The page is gone. */
  leave(): void {
    this.#gone = true;
  }

  #begin(start: () => Promise<{ run: number }>): Promise<void> {
    if (this.run) return Promise.resolve();
    this.run = { looks: [], waitingSeconds: null, stopping: false };
    return this.#try(async () => this.#follow((await start()).run));
  }

  async #follow(number: number): Promise<void> {
    this.#number = number;
    let seen = 0;
    while (!this.#gone) {
      const progress = await this.#backend.call('watch_check', { run: number, seen });
      seen = progress.version;
      this.run = {
        looks: progress.looks,
        waitingSeconds: progress.waiting_seconds,
        stopping: this.run?.stopping ?? false,
      };
      if (!progress.ended) continue;
      if (progress.ended.how === 'error') this.failure = progress.ended.message;
      this.view = await this.#backend.call('test_ticket', { connection: this.#connection });
      break;
    }
    this.#number = null;
    this.run = null;
  }

  async #try(action: () => Promise<void>): Promise<void> {
    try {
      this.failure = null;
      await action();
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      this.failure = thrown.message;
      this.run = null;
      this.#number = null;
    }
  }
}
