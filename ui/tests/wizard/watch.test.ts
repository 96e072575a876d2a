import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CommandFailed, type Backend, type Finding } from '$lib/backend';
import { FIRST_MS, GIVE_UP_MS, LONGEST_MS, pause } from '../../src/wizard/backoff';
import { Watch } from '../../src/wizard/watch.svelte';
import { connection, finding } from './samples';

const view = connection([]);
const FAILED = [finding('agent.teams', 'failed')];
const PASSED = [finding('agent.teams', 'passed')];

let found: Finding[];
let checks: number;
let cancelled: number[];
let refuse: boolean;

const backend = {
  call(name: string, request: { run?: number }) {
    if (refuse) return Promise.reject(new CommandFailed('storage', 'The disk is full.'));
    if (name === 'start_check') return Promise.resolve({ run: ++checks });
    if (name === 'cancel_check') return Promise.resolve(void cancelled.push(request.run ?? 0));
    return Promise.resolve({
      version: 1,
      looks: [],
      waiting_seconds: null,
      ended: { how: 'done', view, findings: found },
    });
  },
} as unknown as Backend;

const watching = () => new Watch(backend, { connection: 'one', findings: ['agent.teams'] }, () => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  [found, checks, cancelled, refuse] = [FAILED, 0, [], false];
});
afterEach(() => vi.useRealTimers());

it('looks again until it was changed in Halo, then stops', async () => {
  const watch = watching();
  await watch.start();
  expect(watch.isWatching).toBe(true);
  await vi.advanceTimersByTimeAsync(FIRST_MS);
  expect(checks).toBe(2);
  found = PASSED;
  await vi.advanceTimersByTimeAsync(LONGEST_MS);
  expect(watch.isMended).toBe(true);
  expect(watch.repaired).toEqual(['agent.teams']);
  const before = checks;
  await vi.advanceTimersByTimeAsync(GIVE_UP_MS);
  expect(checks).toBe(before);
  expect(watch.isWatching).toBe(false);
});

it('gives up after a while, and starts again when asked', async () => {
  const watch = watching();
  await watch.start();
  await vi.advanceTimersByTimeAsync(GIVE_UP_MS + LONGEST_MS);
  expect(watch.isWatching).toBe(false);
  expect(checks).toBeLessThan(25);
  const before = checks;
  await watch.start();
  expect(checks).toBe(before + 1);
  expect(watch.isWatching).toBe(true);
  watch.leave();
});

it.each(['leave', 'hide', 'cancel'] as const)('looks no more after %s', async (end) => {
  const watch = watching();
  await watch.start();
  watch[end]();
  await vi.advanceTimersByTimeAsync(GIVE_UP_MS);
  expect(checks).toBe(1);
});

it('cancels what is under way when the page is left', async () => {
  const watch = watching();
  const start = watch.start();
  await Promise.resolve();
  await Promise.resolve();
  watch.leave();
  await start;
  expect(cancelled).toEqual([1]);
  expect(watch.findings).toBeNull();
});

it('says what could not be done, does not hammer, and recovers', async () => {
  const watch = watching();
  refuse = true;
  await watch.start();
  expect(watch.run.state).toEqual({ is: 'failed', message: 'The disk is full.' });
  expect(watch.isWatching).toBe(false);
  refuse = false;
  found = PASSED;
  await watch.start();
  expect(watch.run.state).toEqual({ is: 'done' });
});

it('waits longer and longer, and not for ever', () => {
  const pauses = Array.from({ length: 12 }, (_, done) => pause(done, 0));
  expect(pauses[0]).toBe(FIRST_MS);
  expect(pauses).toEqual([...pauses].sort((a, b) => (a ?? 0) - (b ?? 0)));
  expect(pauses.at(-1)).toBe(LONGEST_MS);
  expect(pause(3, GIVE_UP_MS)).toBeNull();
});
