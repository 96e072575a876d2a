import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer } from './announcer';

let said: string[];
let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  announcer = new Announcer((message) => said.push(message), 1000);
});
afterEach(() => vi.useRealTimers());

it('says the first at once and then only the newest of what waited', () => {
  announcer.tell('one');
  announcer.tell('two');
  announcer.tell('three');
  expect(said).toEqual(['one']);
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(['one', 'three']);
});

it('says the end at once and drops what waited', () => {
  announcer.tell('one');
  announcer.tell('two');
  announcer.tellNow('done');
  vi.advanceTimersByTime(5000);
  expect(said).toEqual(['one', 'done']);
});

it('says nothing after it was stopped', () => {
  announcer.tell('one');
  announcer.tell('two');
  announcer.stop();
  vi.advanceTimersByTime(5000);
  expect(said).toEqual(['one']);
});
