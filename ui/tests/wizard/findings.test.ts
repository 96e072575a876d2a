import { describe, expect, it } from 'vitest';
import { byPlace, groups, headline, standing } from '../../src/wizard/findings';
import { finding } from './samples';

const none = { passed: 0, failed: 0, warning: 0, to_confirm: 0, unknown: 0 };

describe('groups', () => {
  it('puts what needs a hand first and keeps the order of fixing inside', () => {
    const made = groups([
      finding('a', 'passed'),
      finding('b', 'failed'),
      finding('c', 'unknown'),
      finding('d', 'failed'),
      finding('e', 'warning'),
    ]);
    expect(made.map((group) => [group.status, group.findings.map((one) => one.id).join()])).toEqual([
      ['failed', 'b,d'],
      ['warning', 'e'],
      ['unknown', 'c'],
      ['passed', 'a'],
    ]);
  });

  it('leaves what the admin confirmed where it was, to be taken back', () => {
    const made = groups([
      finding('a', 'to_confirm'),
      finding('b', 'passed', { evidence: 'confirmed' }),
      finding('c', 'passed'),
    ]);
    expect(made.map((group) => [group.status, group.findings.map((one) => one.id).join()])).toEqual([
      ['to_confirm', 'a,b'],
      ['passed', 'c'],
    ]);
  });
});

it('says a screen of Halo once for all that is on it', () => {
  const fix = (path: string[]) => ({ text: 'Look.', path, link: null, causes: [], advice: null });
  const places = byPlace([
    finding('a', 'to_confirm', { fix: fix(['Agents']) }),
    finding('b', 'to_confirm', { fix: fix(['Applications']) }),
    finding('c', 'passed', { fix: fix(['Agents']), evidence: 'confirmed' }),
  ]);
  expect(
    places.map((place) => [place.path.join(), place.lines.map((line) => [line.id, line.isConfirmed])]),
  ).toEqual([
    [
      'Agents',
      [
        ['a', false],
        ['c', true],
      ],
    ],
    ['Applications', [['b', false]]],
  ]);
});

describe('standing', () => {
  it.each([
    [[], 'nothing'],
    [['passed', 'failed', 'unknown'], 'failed'],
    [['passed', 'unknown', 'to_confirm'], 'unknown'],
    [['passed', 'to_confirm'], 'look'],
    [['passed', 'warning'], 'look'],
    [['passed', 'passed'], 'good'],
  ] as const)('%j stand %s', (statuses, expected) => {
    expect(standing(statuses.map((status) => finding(status, status)))).toBe(expected);
  });
});

describe('headline', () => {
  it.each([
    [{ ...none, failed: 2, passed: 4 }, '2 things to fix'],
    [{ ...none, failed: 1, unknown: 3 }, '1 thing to fix; 3 things could not be checked'],
    [
      { ...none, passed: 4, to_confirm: 9 },
      'Everything Halo can prove is right; 9 things to confirm by looking',
    ],
    [{ ...none, passed: 4 }, 'Everything is right'],
    [{ ...none, unknown: 1 }, 'Nothing has been proved yet; 1 thing could not be checked'],
  ])('%j is said as %j', (summary, said) => expect(headline(summary)).toBe(said));
});
