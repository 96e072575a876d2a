/**
 * Which row of a mapping is being worked on, and where the focus goes after something was done: on to the next row after a decision, to
 * the row a step was about after undo and redo, back to the same row under another filter.
 */
import type { MappingRow } from '$lib/backend';
import { tick } from 'svelte';
import type { MappingRows } from '../../wizard/mapping-rows.svelte';

/** What the table of the rows can be told. */
interface Grid {
  focusRow: (index: number) => Promise<void>;
  reveal: (index: number) => void;
}

export class RowFocus {
  /** The row that has the focus, or will have it. */
  active = $state(0);
  grid = $state.raw<Grid | undefined>();

  readonly #rows: MappingRows;
  /** Somebody went to the row; it is not only the first of its list. */
  #isChosen = false;
  /** The row that was gone to last, also while the filter leaves it out. */
  #last: string | null = null;
  #refitting: Promise<void> | null = null;
  #turn = 0;

  constructor(rows: MappingRows) {
    this.#rows = rows;
  }

  /** Somebody goes to a row. */
  choose = (index: number): void => {
    this.active = index;
    this.#isChosen = true;
  };

  /** Fewer rows than before bring the focus back into the list. */
  stayInside(): void {
    const { total } = this.#rows;
    if (total !== null && this.active >= total) this.active = Math.max(0, total - 1);
  }

  /** Whoever has moved on to another row meanwhile is not brought back. */
  hasMovedFrom(place: number): boolean {
    const last = Math.max(0, (this.#rows.total ?? 0) - 1);
    return Math.min(this.active, last) !== Math.min(place, last);
  }

  /** The filter or the search is another: the row that was chosen stays the one, where it is still there. */
  refit(): void {
    if (this.#isChosen && this.#refitting === null) this.#last = this.#rows.at(this.active)?.item.id ?? null;
    const refitting = this.#refit(++this.#turn).finally(() => {
      if (this.#refitting === refitting) this.#refitting = null;
    });
    this.#refitting = refitting;
  }

  /** After a decision: the row below, or the one that moved up where the decided one no longer belongs here; it is the answer. */
  async afterDecision(
    row: MappingRow,
    place: number,
    how: 'decided' | 'cleared' | 'refused',
  ): Promise<MappingRow | undefined> {
    await tick();
    const rows = this.#rows;
    if (this.hasMovedFrom(place)) return undefined;
    if (!rows.total) {
      await this.settle();
      return undefined;
    }
    const isStillThere = rows.at(place)?.item.id === row.item.id;
    const next = isStillThere && how === 'decided' ? place + 1 : place;
    await this.to(Math.min(next, rows.total - 1));
    return isStillThere || how === 'refused' ? undefined : rows.at(this.active);
  }

  /** After undo or redo: the row it was about, wherever it is; a button that is still there keeps the focus. */
  async afterStep(id: string | null, from: number): Promise<void> {
    const place = id === null ? null : await this.#rows.find(id);
    await tick();
    if (place === null || this.hasMovedFrom(from)) return this.settle();
    const isOnButton = document.activeElement instanceof HTMLButtonElement;
    if (!isOnButton) return this.to(place);
    this.choose(place);
    await tick();
    this.grid?.reveal(place);
  }

  async to(index: number): Promise<void> {
    await this.grid?.focusRow(index);
  }

  /** Whoever pressed a button that has gone is brought to the rows, or to their heading where there are none. */
  async settle(): Promise<void> {
    await tick();
    await this.#refitting;
    if (document.activeElement !== document.body) return;
    if (this.#rows.total) await this.to(this.active);
    else document.getElementById('mapping-rows')?.focus();
  }

  async #refit(turn: number): Promise<void> {
    const place = this.#last === null ? null : await this.#rows.find(this.#last);
    if (turn !== this.#turn) return;
    this.#isChosen = place !== null;
    this.active = place ?? 0;
    await tick();
    this.grid?.reveal(this.active);
  }
}
