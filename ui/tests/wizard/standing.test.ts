import { expect, it } from 'vitest';
import type { ShownChange, Standing } from '../../src/lib/backend';
import { day } from '../../src/wizard/day';
import { chip, firstNews, toDo } from '../../src/wizard/standing';
import { connection, finding } from './samples';

const NOW = new Date(2026, 10, 10, 12, 0);
const at = (year: number, month: number, date: number, hour = 9) =>
  new Date(year, month - 1, date, hour).toISOString();

it.each([
  [at(2026, 11, 10, 0), 'today'],
  [at(2026, 11, 10, 23), 'today'],
  [at(2026, 11, 9, 23), 'yesterday'],
  [at(2026, 11, 3), '3 November'],
  [at(2025, 11, 3), '3 November 2025'],
])('says %s as %s', (then, said) => expect(day(then, NOW)).toBe(said));

const standing = (more: Partial<Standing>): Standing => ({ ...connection([]).standing, ...more });
const summary = { passed: 9, failed: 2, warning: 0, to_confirm: 0, unknown: 1 };

it.each<[Partial<Standing>, string, string]>([
  [{ state: 'never-checked' }, 'plain', 'Not checked yet'],
  [{ state: 'good', checked: at(2026, 11, 3) }, 'good', 'Working, checked 3 November'],
  [
    { state: 'changed', checked: at(2026, 11, 10), last_good: at(2026, 11, 3) },
    'bad',
    'Changed since 3 November',
  ],
  [{ state: 'to-fix', checked: at(2026, 11, 9) }, 'bad', '2 things to fix, checked yesterday'],
  [{ state: 'unanswered', checked: at(2026, 11, 10) }, 'caution', '1 thing could not be checked today'],
  [
    { state: 'not-reached', checked: at(2026, 11, 10), last_good: at(2026, 11, 3) },
    'caution',
    'Could not be reached; last good 3 November',
  ],
  [{ state: 'not-reached', checked: at(2026, 11, 10) }, 'caution', 'Could not be reached'],
])('shows %j', (more, tone, label) => expect(chip(standing(more), summary, NOW)).toEqual({ tone, label }));

const change = (effect: ShownChange['effect'], text: string, findings: string[] = []): ShownChange => ({
  about: 'scope',
  kind: 'removed',
  effect,
  names: [],
  was: null,
  now: null,
  after: at(2026, 11, 3),
  by: at(2026, 11, 10),
  findings,
  text,
});

it('hears first of what got worse, and only while it has', () => {
  const changes = [change('better', 'put right'), change('worse', 'broke')];
  expect(firstNews(standing({ state: 'changed', changes }))).toBe('broke');
  expect(firstNews(standing({ state: 'good', changes }))).toBeNull();
  expect(firstNews(standing({ state: 'changed', changes: [] }))).toBeNull();
});

it('knows what to do about a change from the findings that still need a hand', () => {
  const findings = [finding('a', 'failed'), finding('b', 'passed'), finding('c', 'warning')];
  const found = toDo(change('worse', 'broke', ['a', 'b']), findings);
  expect(found.map(({ id }) => id)).toEqual(['a']);
  expect(toDo(change('neither', 'other'), findings)).toEqual([]);
});
