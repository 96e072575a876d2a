/** Words of the hub, the task list of one connection. */
import { count } from '../plural';

export const hub = {
  caption: (product: string) => `Connection with ${product}`,
  connections: 'All connections',
  address: 'Halo',
  lastCheck: 'Last check',
  checked: (what: string, when: string) => `${what} (${when})`,
  next: 'What to do next',
  begin: (task: string) => `Start: ${task}`,
  resume: (task: string) => `Continue: ${task}`,
  repair: (task: string) => `Look at the problem: ${task}`,
  finished: 'Every task has been gone through. The proof says how things stand.',
  openProof: 'Open the proof',
  progress: (done: number, tasks: number) =>
    `${done} of ${count(tasks, { one: 'task', other: 'tasks' })} completed`,
  tasks: 'Tasks',
  toConfirm: (amount: number) =>
    `Right as far as Halo shows; ${count(amount, { one: 'thing', other: 'things' })} for you to confirm`,

  leftToConfirm: (amount: number) =>
    amount === 1
      ? 'One thing that only you can see: open this task to confirm it'
      : `${amount} things that only you can see: open this task to confirm them`,

  states: {
    completed: 'Completed',
    in_progress: 'In progress',
    not_started: 'Not started',
    cannot_start: 'Cannot start yet',
    problem: 'There is a problem',
    to_confirm: 'For you to confirm',
  },

  keychain: 'The keychain is not ready',

  manage: 'Name and removal',
  rename: 'Name of this connection',
  renameHint: 'Only you see it. It helps when you connect the same product twice.',
  renamed: 'The new name is saved.',
  remove: 'Delete this connection',
  removeTitle: 'Delete this connection from Halyard?',
  removeHere:
    'Deleted here: what you answered and ticked, the last reports, and the Client Secret in the keychain.',
  removeThere: 'Not touched: everything in Halo. The agent and the application stay, and go on working.',
  removeConfirm: 'Delete the connection',
  removeCancel: 'Keep it',
};
