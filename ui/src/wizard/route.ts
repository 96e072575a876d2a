/**
 * Where in the wizard one is, and what follows from the data about where to go next. Pure: the state itself is in `wizard.svelte.ts`.
 */
import type { ConnectionCard, ConnectionView, OpenedProfile, Page, Task } from '$lib/backend';

export type Route =
  | { at: 'starting' }
  | { at: 'connections' }
  | { at: 'products' }
  | { at: 'product'; profile: string }
  | { at: 'profile-file'; opened: OpenedProfile; turn: number }
  | { at: 'lost'; card: ConnectionCard }
  | { at: 'hub' }
  | { at: 'page'; page: string }
  | { at: 'help'; from: Route };

/** A page of a task, with where it stands in it. */
export interface Position {
  task: Task;
  page: Page;
  /** From 0. */
  index: number;
  previous: Page | null;
  next: Page | null;
}

/** The key under which the engine keeps that a page was gone past. */
export const pageTick = (page: string) => `page:${page}`;

/** What tells one page from another, for the focus and for the browser's eye. */
export function routeKey(route: Route): string {
  switch (route.at) {
    case 'product':
      return `product ${route.profile}`;
    case 'page':
      return `page ${route.page}`;
    case 'profile-file':
      return `profile-file ${route.turn}`;
    default:
      return route.at;
  }
}

export function findPage(view: ConnectionView, id: string): Position | null {
  for (const task of view.tasks) {
    const { pages } = task.step;
    const index = pages.findIndex((page) => page.id === id);
    const page = pages[index];
    if (page)
      return { task, page, index, previous: pages[index - 1] ?? null, next: pages[index + 1] ?? null };
  }
  return null;
}

/** Where opening a task leads: to its problem, to the first page not yet gone past, or to its beginning. */
export function entry(view: ConnectionView, task: Task): Page | null {
  const { pages } = task.step;
  const first = pages[0] ?? null;
  if (task.state === 'problem') return pages.find((page) => page.body.kind === 'watch') ?? first;
  if (task.state === 'completed') return first;
  return firstLeft(view, task) ?? first;
}

const firstLeft = (view: ConnectionView, task: Task) =>
  task.step.pages.find((page) => !view.ticks.includes(pageTick(page.id))) ?? null;

export interface NextAction {
  why: 'problem' | 'begin' | 'resume';
  task: Task;
  page: Page;
}

/**
 * The one thing to do next: a problem first, in the order of the tasks; then the first page nobody has gone past. A task that has been
 * gone through but not proved yet does not hold one up: the proof comes later.
 */
export function nextAction(view: ConnectionView): NextAction | null {
  const open = view.tasks.filter((task) => task.state !== 'cannot-start-yet');
  const problem = open.find((task) => task.state === 'problem');
  const problemPage = problem && entry(view, problem);
  if (problem && problemPage) return { why: 'problem', task: problem, page: problemPage };
  for (const task of open) {
    const page = task.state === 'completed' ? null : firstLeft(view, task);
    if (page) return { why: task.state === 'not-started' ? 'begin' : 'resume', task, page };
  }
  return null;
}

/** Where to go when a connection is opened: the page it was left on, as long as that can be worked on. */
export function resume(view: ConnectionView): Route {
  const position = view.place === null ? null : findPage(view, view.place);
  if (!position || position.task.state === 'cannot-start-yet') return { at: 'hub' };
  return { at: 'page', page: position.page.id };
}
