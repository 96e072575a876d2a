/**
 * The rows of a mapping as far as somebody sees them: asked for by the hundred, one question at a time, the newest wish first. What was
 * there stays in sight until the new answer is there.
 */
import { CommandFailed, type Backend, type MappingRow, type RowFilter } from '$lib/backend';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

const PAGE = 100;
const pageOf = (index: number) => Math.floor(index / PAGE);

export class MappingRows {
  /** How many rows fit; `null` before the first answer. */
  total = $state<number | null>(null);
  filter = $state<RowFilter>('all');
  text = $state('');
  /** What Halyard could not do, in its own words. */
  failure = $state<string | null>(null);

  readonly #backend: Backend;
  readonly #of: { connection: string; mapping: string };
  readonly #pages = new SvelteMap<number, MappingRow[]>();
  /** Pages that were read since filter, text or decisions changed last. */
  readonly #fresh = new SvelteSet<number>();
  /** Goes up with every such change. */
  #turn = 0;
  #wanted = { first: 0, last: 0 };
  #asking: Promise<boolean> | null = null;

  constructor(backend: Backend, of: { connection: string; mapping: string }) {
    this.#backend = backend;
    this.#of = of;
  }

  /** A row, if it was read. */
  at(index: number): MappingRow | undefined {
    return this.#pages.get(pageOf(index))?.[index % PAGE];
  }

  /** Where a row is, if it was read. */
  placeOf(id: string): number | null {
    for (const [page, rows] of this.#pages) {
      const place = rows.findIndex((row) => row.item.id === id);
      if (place >= 0) return page * PAGE + place;
    }
    return null;
  }

  /** These are in sight. */
  see(first: number, last: number): void {
    this.#wanted = { first, last };
    void this.#ask();
  }

  async show(filter: RowFilter, text: string): Promise<void> {
    this.filter = filter;
    this.text = text;
    this.#wanted = { first: 0, last: 0 };
    await this.renew();
  }

  /** Reads again what is in sight, because something was decided or the lists are others. */
  async renew(): Promise<void> {
    this.#turn++;
    this.#fresh.clear();
    await this.#ask();
  }

  async #ask(): Promise<void> {
    for (let page = this.#missing(); page !== null; page = this.#missing()) {
      this.#asking ??= this.#read(page).finally(() => (this.#asking = null));
      if (!(await this.#asking)) return;
    }
  }

  /** Asks for one page; `false` when the program could not answer. */
  async #read(page: number): Promise<boolean> {
    const turn = this.#turn;
    try {
      const { total, rows } = await this.#backend.call('mapping_rows', {
        ...this.#of,
        filter: this.filter,
        text: this.text,
        offset: page * PAGE,
        count: PAGE,
      });
      // What was asked before a change does not count.
      if (turn === this.#turn) this.#keep(page, rows, total);
      this.failure = null;
      return true;
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      this.failure = thrown.message;
      return false;
    }
  }

  #keep(page: number, rows: MappingRow[], total: number): void {
    if (this.#fresh.size === 0) {
      // The others are from before the change; those in sight stay until they are read again.
      const [first, last] = [pageOf(this.#wanted.first), pageOf(this.#wanted.last)];
      for (const known of [...this.#pages.keys()]) {
        if (known < first || known > last) this.#pages.delete(known);
      }
    }
    this.#fresh.add(page);
    this.#pages.set(page, rows);
    this.total = total;
  }

  /** The first page in sight that is not read; also the first of all, which says how many rows there are. */
  #missing(): number | null {
    const total = this.total;
    const end = total === null || this.#fresh.size === 0 ? Infinity : Math.max(0, pageOf(total - 1));
    const last = Math.min(pageOf(this.#wanted.last), end);
    for (let page = Math.min(pageOf(this.#wanted.first), last); page <= last; page++) {
      if (!this.#fresh.has(page)) return page;
    }
    return null;
  }
}
