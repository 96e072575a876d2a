/**
 * Which rows of a long list are drawn, and where: those in sight, a few around them, and the one that has the focus, so that scrolling
 * never takes the focus away. The arithmetic is the library's; here it becomes state of the page.
 */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/virtual-core';

/** Rows drawn above and below those in sight. */
const AROUND = 6;

export class VirtualRows {
  /** The rows to draw. */
  rows = $state.raw<VirtualItem[]>([]);
  /** How high all rows are together, in pixels. */
  height = $state(0);
  /** The first and the last row in sight, with those around them. */
  sight = $state.raw<{ first: number; last: number } | null>(null);

  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  /** The same one always: it is asked for every row of the list. */
  readonly #estimate: () => number;
  #scroller: HTMLElement | null = null;

  /** `estimate` is how high a row is before it was drawn, in pixels. */
  constructor(estimate: number) {
    this.#estimate = () => estimate;
    this.#virtualizer = new Virtualizer(this.#options(0, 0));
  }

  /** Watches an element that scrolls; the answer ends it. */
  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const end = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    this.#take();
    return end;
  }

  /** Takes another number of rows, or another row that has the focus. */
  set(count: number, kept: number): void {
    this.#virtualizer.setOptions(this.#options(count, kept));
    this.#virtualizer._willUpdate();
    this.#take();
  }

  /** Brings a row into sight with as little movement as there can be. */
  reveal(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  /** For `{@attach}` of a drawn row: its real height counts from now on. */
  measure = (row: HTMLElement) => this.#virtualizer.measureElement(row);

  /** How many rows are in sight. */
  get inSight(): number {
    const range = this.#virtualizer.range;
    return range ? Math.max(1, range.endIndex - range.startIndex) : 1;
  }

  #options(count: number, kept: number) {
    return {
      count,
      overscan: AROUND,
      getScrollElement: () => this.#scroller,
      estimateSize: this.#estimate,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      indexAttribute: 'data-index',
      rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept, range.count),
      onChange: () => this.#take(),
    };
  }

  #take(): void {
    this.rows = this.#virtualizer.getVirtualItems();
    this.height = this.#virtualizer.getTotalSize();
    const range = this.#virtualizer.range;
    this.sight = range && {
      first: Math.max(0, range.startIndex - AROUND),
      last: Math.min(this.#virtualizer.options.count - 1, range.endIndex + AROUND),
    };
  }
}

/** The rows of a range, with the one that is to stay, in order. */
function withKept(range: number[], kept: number, count: number): number[] {
  if (kept < 0 || kept >= count || range.includes(kept)) return range;
  return [...range, kept].sort((one, other) => one - other);
}
