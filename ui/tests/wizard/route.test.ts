import { expect, it } from 'vitest';
import { entry, findPage, nextAction, pageTick, resume } from '../../src/wizard/route';
import { connection, task } from './samples';

const ticks = (...pages: string[]) => pages.map(pageTick);
const AGENT = ticks('agent/one', 'agent/two', 'agent/check');

it('starts with the first task that can be worked on', () => {
  const view = connection([
    task('halo', 'completed'),
    task('agent', 'not-started'),
    task('proof', 'cannot-start-yet'),
  ]);
  expect(nextAction(view)).toMatchObject({ why: 'begin', page: { id: 'agent/one' } });
});

it('goes on at the first page nobody has gone past', () => {
  const view = connection([task('agent', 'in-progress')], { ticks: ticks('agent/one') });
  expect(nextAction(view)).toMatchObject({ why: 'resume', page: { id: 'agent/two' } });
});

it('is not held up by a task that was gone through and waits for its proof', () => {
  const view = connection([task('agent', 'in-progress'), task('application', 'not-started')], {
    ticks: AGENT,
  });
  expect(nextAction(view)).toMatchObject({ page: { id: 'application/one' } });
});

it('puts a problem first, at the page that checks it', () => {
  const view = connection([task('halo', 'not-started'), task('teams', 'problem')]);
  expect(nextAction(view)).toMatchObject({ why: 'problem', page: { id: 'teams/check' } });
});

it('never sends anyone to what cannot start yet', () => {
  const view = connection([task('mapping', 'cannot-start-yet'), task('finish', 'cannot-start-yet')]);
  expect(nextAction(view)).toBeNull();
});

it('opens a completed task at its beginning', () => {
  const done = task('agent', 'completed');
  expect(entry(connection([done], { ticks: AGENT }), done)?.id).toBe('agent/one');
});

it('knows what comes before and after a page, inside its task only', () => {
  const view = connection([task('halo', 'completed'), task('agent', 'not-started')]);
  expect(findPage(view, 'agent/one')).toMatchObject({ index: 0, previous: null, next: { id: 'agent/two' } });
  expect(findPage(view, 'agent/check')).toMatchObject({ index: 2, next: null });
  expect(findPage(view, 'agent/none')).toBeNull();
});

it.each([
  ['agent/two', 'in-progress', { at: 'page', page: 'agent/two' }],
  ['agent/two', 'cannot-start-yet', { at: 'hub' }],
  ['gone/from-the-plan', 'in-progress', { at: 'hub' }],
  [null, 'in-progress', { at: 'hub' }],
] as const)('left at %s while the task is %s, it opens at %j', (place, state, route) => {
  expect(resume(connection([task('agent', state)], { place }))).toEqual(route);
});
