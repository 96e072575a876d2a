/**
 * How a long mapping moves in WebKit, for `cargo xtask bench`: it prints `list <value> | <what> | <aim>` and judges nothing.
 *
 * The real page and the real commands, by the dev host, in WebKit's own small browser: the program's practice has no such list.
 */
import { customers, type Row } from '../browser/mapping.ts';
import { call, connected } from '../browser/prepare.ts';
import { DevHost } from '../support/dev-host.ts';
import { test } from '../window/fixtures.ts';

/** Reading ten thousand customers takes two minutes and fifty thousand take ten, so as to leave Halo to others. */
const ROWS = Number(process.env['HALYARD_ROWS'] ?? 10_000);
const LIMIT_MS = 1_200_000;
const FRAMES = 120;

/** Scrolls by so many pixels a frame; how long frames take, and in how many of them most rows in sight were still empty. */
const SCROLL = `
  const [step, frames, done] = arguments;
  const list = document.querySelector('.scroller');
  const times = [];
  let blank = 0;
  let last = 0;
  list.scrollTop = 0;
  const isEmpty = (row) => row.querySelector('.name') === null;
  const inSight = () => {
    const frame = list.getBoundingClientRect();
    return [...list.querySelectorAll('[data-index]')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > frame.top && box.top < frame.bottom;
    });
  };
  const next = (now) => {
    if (last > 0) times.push(now - last);
    last = now;
    const rows = inSight();
    if (rows.filter(isEmpty).length * 2 >= rows.length) blank += 1;
    if (times.length >= frames) {
      times.sort((one, other) => one - other);
      done({ middle: times[frames >> 1], most: times[Math.floor(frames * 0.95)], blank: blank / frames });
      return;
    }
    list.scrollTop += step;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
`;

/** Types into the search; the time until the list has another length. */
const SEARCH = `
  const [text, done] = arguments;
  const length = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
  const field = document.querySelector('input[type=search]');
  const before = length();
  const start = performance.now();
  const look = () => {
    if (length() === before) requestAnimationFrame(look);
    else requestAnimationFrame(() => done(performance.now() - start));
  };
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  look();
`;

interface Scrolled {
  middle: number;
  most: number;
  blank: number;
}

test('how a long mapping moves', async ({ desktop }) => {
  test.setTimeout(LIMIT_MS);
  const host = await DevHost.start({ customers: ROWS });
  try {
    const rows = await prepare(host);
    const window = await desktop.browse(host.address);
    await window.driver.manage().setTimeouts({ script: 60_000 });
    await window.find('[role=grid] .name');
    for (const [step, how] of [
      [40, 'read'],
      [400, 'skimmed'],
      [4_000, 'flung'],
    ] as const) {
      const { middle, most, blank } = await window.driver.executeAsyncScript<Scrolled>(SCROLL, step, FRAMES);
      const frames = `${middle.toFixed(1)} / ${most.toFixed(1)} ms`;
      say(frames, `${rows} rows ${how}: a frame, in the middle / 19 of 20`, '17 ms');
      say(`${(100 * blank).toFixed(0)} %`, `${rows} rows ${how}: frames with empty rows`, '0 %');
    }
    for (const text of ['ab', '']) {
      const time = await window.driver.executeAsyncScript<number>(SEARCH, text);
      const what = text === '' ? 'all of them again' : 'searched';
      say(`${time.toFixed(0)} ms`, `${rows} rows: ${what}, from the key to the screen`, 'under 500 ms');
    }
  } finally {
    await host.stop();
  }
});

/** Reads both lists and makes suggestions; how many rows there are. */
async function prepare(host: DevHost): Promise<number> {
  const of = customers(await connected(host, 'rewst', 'mapping/all'));
  await ended(host, 'start_halo_list', { ...of, inactive: false, internal: false, anew: true });
  const lines = ['id,name,domain'];
  for (;;) {
    const window = { ...of, filter: 'all', text: '', offset: lines.length - 1, count: 500 };
    const { rows } = await call<{ rows: Row[] }>(host, 'mapping_rows', window);
    if (rows.length === 0) break;
    lines.push(
      ...rows.map(({ item }, at) => `o-${lines.length + at},"${item.name}",${item.about.split(' · ')[0]}`),
    );
  }
  await host.choose('organisations.csv', lines.join('\n'));
  const { columns } = await call<{ columns: object }>(host, 'choose_vendor_list', of);
  await call(host, 'keep_vendor_list', { ...of, columns });
  await ended(host, 'start_suggestions', of);
  return lines.length - 1;
}

/** Runs something long to its end. */
async function ended(host: DevHost, command: string, request: object): Promise<void> {
  const { run } = await call<{ run: number }>(host, command, request);
  let progress: { version: number; ended: unknown } = { version: 0, ended: null };
  while (progress.ended === null) {
    progress = await call<typeof progress>(host, 'watch_mapping', { run, seen: progress.version });
  }
}

function say(value: string, what: string, aim: string): void {
  console.log(`list ${value} | ${what} | ${aim}`);
}
