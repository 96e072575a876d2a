/** Rows of a long list as far as somebody sees them: asked for by the hundred, and kept in sight until newer ones are there. */
import { CommandFailed } from '$lib/backend';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

const PAGE = 100;
/** Most pages that are remembered. */
const KEPT = 20;
const pageOf = (index: number) => Math.floor(index / PAGE);

interface Part<Row> {
  total: number;
  rows: Row[];
}

export class SeenRows<Row> {
  /** How many rows there are; `null` before the first answer. */
  total = $state<number | null>(null);
  /** What Halyard could not do, in its own words. */
  failure = $state<string | null>(null);

  readonly #read: (window: { offset: number; count: number }) => Promise<Part<Row>>;
  readonly #pages = new SvelteMap<number, Row[]>();
  readonly #asked = new SvelteSet<number>();
  #sight = { first: 0, last: 0 };
  /** Goes up when the rows become others: what was asked before does not count. */
  #turn = 0;

  constructor(read: (window: { offset: number; count: number }) => Promise<Part<Row>>) {
    this.#read = read;
  }

  at(index: number): Row | undefined {
    return this.#pages.get(pageOf(index))?.[index % PAGE];
  }

  /** These are in sight. */
  see(first: number, last: number): void {
    this.#sight = { first, last };
    void this.#ask();
  }

  /** Reads again what is in sight, because the rows are others now. */
  async renew(): Promise<void> {
    this.#turn++;
    this.#asked.clear();
    const { first, last } = this.#sight;
    for (const page of this.#pages.keys()) {
      if (page < pageOf(first) || page > pageOf(last)) this.#pages.delete(page);
    }
    await this.#ask();
  }

  /** Begins at the first row of another list. */
  async begin(): Promise<void> {
    this.#sight = { first: 0, last: 0 };
    this.#pages.clear();
    this.total = null;
    await this.renew();
  }

  async #ask(): Promise<void> {
    const { first, last } = this.#sight;
    const end = this.total === null ? 0 : Math.max(0, this.total - 1);
    const pages: number[] = [];
    for (let page = pageOf(Math.min(first, end)); page <= pageOf(Math.min(last, end)); page++)
      pages.push(page);
    await Promise.all(pages.filter((page) => !this.#asked.has(page)).map((page) => this.#take(page)));
  }

  async #take(page: number): Promise<void> {
    const turn = this.#turn;
    this.#asked.add(page);
    try {
      const { total, rows } = await this.#read({ offset: page * PAGE, count: PAGE });
      if (turn !== this.#turn) return;
      this.total = total;
      this.#pages.set(page, rows);
      this.failure = null;
      this.#forgetFar(page);
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      if (turn !== this.#turn) return;
      this.#asked.delete(page);
      this.failure = thrown.message;
    }
  }

  #forgetFar(middle: number): void {
    const near = [...this.#pages.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const page of near.slice(KEPT)) {
      this.#pages.delete(page);
      this.#asked.delete(page);
    }
  }
}
