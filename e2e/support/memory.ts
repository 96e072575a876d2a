/**
 * What is in the memory of running programs, for tests that look whether a secret is left there. Linux.
 *
 * Only pages that are there are read: the engine of the page reserves far more than it uses.
 */
import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';

import { forms } from './sentinel.ts';

const PAGE = 4096;
const PAGES_AT_ONCE = 1024;
/** Bits of an entry of `/proc/PID/pagemap`: in memory, or swapped out. */
const IS_PRESENT = 0xc0;

/** One program of a session. */
export interface Program {
  readonly id: number;
  readonly name: string;
}

/** Where something was found: in which program, in which part of its memory. */
export interface Place {
  readonly program: string;
  readonly region: string;
  readonly address: number;
}

/** The programs whose home is this folder. */
export function programs(home: string): Program[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    try {
      if (!readFileSync(`/proc/${id}/environ`).includes(`HOME=${home}\0`)) return [];
      return [{ id: Number(id), name: readFileSync(`/proc/${id}/comm`, 'utf8').trim() }];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

/** Why the memory of this program cannot be looked into; undefined where it can. */
export function closedMemory(program: Program): string | undefined {
  try {
    closeSync(openSync(`/proc/${program.id}/mem`, 'r'));
    return undefined;
  } catch (why) {
    return String(why);
  }
}

/** Where the text is in the memory of this program, in any form. */
export function placesOf(program: Program, text: string): Place[] {
  // Some forms of a plain text are alike.
  const wanted = [...new Map(forms(text).map((form) => [form.toString('hex'), form])).values()];
  const longest = Math.max(...wanted.map((form) => form.length));
  const memory = openSync(`/proc/${program.id}/mem`, 'r');
  const pagemap = openSync(`/proc/${program.id}/pagemap`, 'r');
  try {
    const places: Place[] = [];
    for (const region of regions(program.id)) {
      for (const run of runs(pagemap, region)) {
        // What begins at the end of one part is found with the next.
        for (let from = run.from; from < run.to; from += PAGES_AT_ONCE * PAGE) {
          const to = Math.min(run.to, from + PAGES_AT_ONCE * PAGE + longest);
          const part = read(memory, from, to - from);
          const last = from + PAGES_AT_ONCE * PAGE;
          for (const form of wanted) {
            for (let at = part.indexOf(form); at >= 0; at = part.indexOf(form, at + 1)) {
              const address = from + at;
              if (address < last) places.push({ program: program.name, region: region.name, address });
            }
          }
        }
      }
    }
    return places;
  } finally {
    closeSync(memory);
    closeSync(pagemap);
  }
}

interface Region {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** The regions that can be written to and are not empty. */
function regions(id: number): Region[] {
  const found: Region[] = [];
  let begun: Region | undefined;
  for (const line of readFileSync(`/proc/${id}/smaps`, 'utf8').split('\n')) {
    const head = /^([0-9a-f]+)-([0-9a-f]+) rw\S* \S+ \S+ \S+\s*(.*)$/.exec(line);
    if (head !== null) {
      const [, from = '', to = '', name = ''] = head;
      begun = { from: parseInt(from, 16), to: parseInt(to, 16), name: name === '' ? 'without a name' : name };
    } else if (/^[0-9a-f]+-[0-9a-f]+ /.test(line)) {
      begun = undefined;
    } else if (begun !== undefined && /^(Rss|Swap): +[1-9]/.test(line)) {
      found.push(begun);
      begun = undefined;
    }
  }
  return found;
}

/** The parts of a region that are there. */
function* runs(pagemap: number, region: Region): Generator<{ from: number; to: number }> {
  let begun: number | undefined;
  for (let from = region.from; from < region.to; from += PAGES_AT_ONCE * PAGE) {
    const pages = Math.min(PAGES_AT_ONCE, (region.to - from) / PAGE);
    const entries = read(pagemap, (from / PAGE) * 8, pages * 8);
    for (let page = 0; page < pages; page++) {
      const isThere = ((entries[page * 8 + 7] ?? 0) & IS_PRESENT) !== 0;
      const address = from + page * PAGE;
      if (isThere) {
        begun ??= address;
      } else if (begun !== undefined) {
        yield { from: begun, to: address };
        begun = undefined;
      }
    }
  }
  if (begun !== undefined) yield { from: begun, to: region.to };
}

/** As much of it as can be read: regions come and go while one looks. */
function read(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, from));
  } catch {
    return bytes.subarray(0, 0);
  }
}
