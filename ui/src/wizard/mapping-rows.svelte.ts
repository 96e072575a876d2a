/**
 * The rows of a mapping as far as somebody sees them, and some more: asked for by the hundred, those in sight first, then those that come
 * next the way the list is moving. A list that moves faster than answers come is asked for where it will be, not for all it passes.
 * What was there stays in sight until the new answer is there; what is far away is forgotten again.
 */
import {
  CommandFailed,
  type Backend,
  type MappingRow,
  type Request,
  type RowFilter,
  type SuggestionClass,
} from '$lib/backend';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

const PAGE = 100;
/** Questions under way at one time: one is answered while the other is on its way. */
const AT_ONCE = 2;
/** Pages read before they are in sight: the way the list moves, and the other way. */
const AHEAD = 3;
const BEHIND = 1;
/** Most pages that are remembered. */
const KEPT = 40;
/** A list that has not moved for so long stands still, in milliseconds. */
const STILL_MS = 120;
const pageOf = (index: number) => Math.floor(index / PAGE);

/** Which rows are shown. */
export interface Shown {
  /** What became of them. */
  filter: RowFilter;
  /** How sure their suggestion is; `null` for all. */
  sure: SuggestionClass | null;
  /** What is sought in them. */
  text: string;
}

export const ALL: Shown = { filter: 'all', sure: null, text: '' };

export class MappingRows {
  /** How many rows fit; `null` before the first answer. */
  total = $state<number | null>(null);
  shown = $state.raw<Shown>(ALL);
  /** What Halyard could not do, in its own words. */
  failure = $state<string | null>(null);

  readonly #backend: Backend;
  readonly #of: { connection: string; mapping: string };
  readonly #pages = new SvelteMap<number, MappingRow[]>();
  /** Pages that were read since what is shown or the decisions changed last. */
  readonly #fresh = new SvelteSet<number>();
  #renewing: Promise<void> = Promise.resolve();
  /** Pages that are asked for, with the answers to come. */
  #asking: { page: number; answer: Promise<boolean> }[] = [];
  /** Goes up with every such change: what was asked before it does not count. */
  #turn = 0;
  #wanted = { first: 0, last: 0 };
  /** Rows in a millisecond, down the list or up, and when it moved last. */
  #speed = 0;
  #moved = 0;
  /** How long an answer takes, in milliseconds. */
  #takes = 16;

  constructor(backend: Backend, of: { connection: string; mapping: string }) {
    this.#backend = backend;
    this.#of = of;
  }

  /** A row, if it was read. */
  at(index: number): MappingRow | undefined {
    return this.#pages.get(pageOf(index))?.[index % PAGE];
  }

  /** Where a row is under the filter and the search, read or not; `null` where it does not fit. */
  find(id: string): Promise<number | null> {
    return this.#place({ place_of: id });
  }

  /** The next row of which nothing is decided, from a row on or up from it; round the end. */
  nextUndecided(place: number, up: boolean): Promise<number | null> {
    return this.#place({ undecided_from: { place, up } });
  }

  /** These are in sight. */
  see(first: number, last: number): void {
    if (first !== this.#wanted.first) {
      const now = performance.now();
      const since = Math.max(1, now - this.#moved);
      this.#speed = since > STILL_MS ? 0 : (first - this.#wanted.first) / since;
      this.#moved = now;
    }
    this.#wanted = { first, last };
    this.#ask();
  }

  /** Shows other rows; what is not named stays as it is. */
  async show(shown: Partial<Shown>): Promise<void> {
    this.shown = { ...this.shown, ...shown };
    this.#wanted = { first: 0, last: 0 };
    this.#speed = 0;
    await this.renew();
  }

  /** Reads again what is in sight, because something was decided or the lists are others. */
  renew(): Promise<void> {
    return (this.#renewing = this.#renew());
  }

  async #renew(): Promise<void> {
    this.#turn++;
    this.#fresh.clear();
    this.#asking = [];
    const asked = this.#turn;
    while (asked === this.#turn && this.#missing(this.#inSight()) !== null) {
      this.#ask();
      if (!(await Promise.race(this.#asking.map(({ answer }) => answer)))) return;
    }
  }

  /** Asks for what is wanted most, as many questions at a time as there may be. */
  #ask(): void {
    while (this.#asking.length < AT_ONCE) {
      const page = this.#next();
      if (page === null) return;
      const began = performance.now();
      const answer = this.#read(page).finally(() => {
        this.#asking = this.#asking.filter((asked) => asked.answer !== answer);
        this.#takes = (3 * this.#takes + (performance.now() - began)) / 4;
      });
      this.#asking.push({ page, answer });
      void answer.then((isRead) => isRead && this.#ask());
    }
  }

  /** Asks for one page; `false` when the program could not answer. */
  async #read(page: number): Promise<boolean> {
    const turn = this.#turn;
    try {
      const { total, rows } = await this.#window({ offset: page * PAGE, count: PAGE });
      if (turn === this.#turn) this.#keep(page, rows, total);
      this.failure = null;
      return true;
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      this.failure = thrown.message;
      return false;
    }
  }

  async #place(asked: Partial<Request<'mapping_rows'>>): Promise<number | null> {
    // The rows come first: a place is only of use in a list that is there.
    await this.#renewing;
    try {
      return (await this.#window({ offset: 0, count: 0, ...asked })).place;
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      this.failure = thrown.message;
      return null;
    }
  }

  #window(asked: Omit<Request<'mapping_rows'>, 'connection' | 'mapping' | 'filter' | 'class' | 'text'>) {
    const { filter, sure, text } = this.shown;
    return this.#backend.call('mapping_rows', { ...this.#of, filter, class: sure, text, ...asked });
  }

  #keep(page: number, rows: MappingRow[], total: number): void {
    if (this.#fresh.size === 0) {
      // The others are from before the change; those in sight stay until they are read again.
      const sight = this.#inSight();
      this.#forget([...this.#pages.keys()].filter((known) => !sight.includes(known)));
    }
    this.#fresh.add(page);
    this.#pages.set(page, rows);
    this.total = total;
    const middle = pageOf(this.#wanted.first);
    const near = [...this.#pages.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    this.#forget(near.slice(KEPT));
  }

  #forget(pages: number[]): void {
    for (const page of pages) {
      this.#pages.delete(page);
      this.#fresh.delete(page);
    }
  }

  /** The page to ask for next: where the list will be, what is in sight, what comes next, what was just passed. */
  #next(): number | null {
    const sight = this.#inSight();
    const way = this.#speed < 0 ? -1 : 1;
    const edge = way > 0 ? Math.max(...sight) : Math.min(...sight);
    const rest = edge - way * (sight.length - 1);
    const near = [
      ...Array.from({ length: AHEAD }, (_, step) => edge + way * (step + 1)),
      ...Array.from({ length: BEHIND }, (_, step) => rest - way * (step + 1)),
    ];
    // Before the first answer nobody knows how far the list goes.
    const wanted = this.#fresh.size === 0 ? sight : [...this.#soon(sight), ...sight, ...near];
    const asked = this.#asking.map(({ page }) => page);
    return this.#missing(wanted, asked);
  }

  /** The pages that will be in sight when an answer comes, where those are others than now. */
  #soon(sight: number[]): number[] {
    if (performance.now() - this.#moved > STILL_MS) return [];
    const pages = Math.trunc((this.#speed * this.#takes) / PAGE);
    return pages === 0 ? [] : sight.map((page) => page + pages);
  }

  #inSight(): number[] {
    const last = Math.min(pageOf(this.#wanted.last), this.#end());
    const first = Math.min(pageOf(this.#wanted.first), last);
    return Array.from({ length: last - first + 1 }, (_, page) => first + page);
  }

  /** The first of these pages that is not read. Also the first of all, which says how many rows there are. */
  #missing(pages: number[], except: number[] = []): number | null {
    const end = this.#end();
    const isWanted = (page: number) =>
      page >= 0 && page <= end && !this.#fresh.has(page) && !except.includes(page);
    return pages.find(isWanted) ?? null;
  }

  /** The last page, as far as it is known. */
  #end(): number {
    if (this.total === null || this.#fresh.size === 0) return Infinity;
    return Math.max(0, pageOf(this.total - 1));
  }
}
