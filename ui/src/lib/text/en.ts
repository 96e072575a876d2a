/**
 * All words of the page, in English. Components have none of their own: they get theirs as props from here. What was found out about a
 * Halo (titles, details, fixes of findings) comes from the engine and is not repeated here.
 *
 * The tone: say what happened and what to do next, in the words of the screen the reader looks at. No blame, no apologies, no jargon.
 */
import { checks } from './en/checks';
import { end } from './en/end';
import { frame } from './en/frame';
import { hub } from './en/hub';
import { mapping } from './en/mapping';
import { products } from './en/products';
import { start } from './en/start';
import { standing } from './en/standing';
import { task } from './en/task';
import { testTicket } from './en/test-ticket';
import { writing } from './en/writing';
import { count, list } from './plural';

export const en = {
  product: 'Halyard',
  errorPrefix: 'Error:',

  ...frame,
  ...start,
  ...products,
  hub,
  task,
  checks,
  standing,
  testTicket,
  mapping,
  writing,
  ...end,

  errorSummary: { title: 'There is a problem' },

  secret: {
    show: 'Show',
    hide: 'Hide',
    shown: 'The secret is shown.',
    hidden: 'The secret is hidden.',
  },

  copy: {
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Could not copy. Select the value and copy it with the keyboard.',
  },

  clipboard: {
    left: (seconds: number) =>
      `The clipboard is cleared in ${count(seconds, { one: 'second', other: 'seconds' })}.`,
    over: 'The clipboard was cleared.',
    again: 'Copy again',
  },

  checklist: {
    all: 'All in this section',
    aliases: (names: string[]) => `Also called ${list(names.map((name) => `“${name}”`))}`,
    progress: (done: number, total: number) => `${done} of ${total} done`,
  },

  clickPath: 'Where to click',

  finding: {
    status: {
      passed: 'Passed',
      failed: 'Failed',
      warning: 'Warning',
      to_confirm: 'Please confirm',
      unknown: 'Could not check',
    },
    why: 'Why it matters:',
    whatToDo: 'What to do',
    causes: 'What it may be, the likeliest first',
    tell: 'How to tell:',
    remedy: 'If so:',
    otherCauses: (amount: number) =>
      `If it is not that: ${count(amount, { one: 'other cause', other: 'other causes' })}`,
    path: 'Where to click',
    open: (host: string) => `Open this page (${host})`,
    again: 'Check again',
    checking: 'Checking',
    confirm: 'I have looked: it is right',
  },

  progress: {
    states: {
      waiting: 'Waiting',
      running: 'Checking',
      passed: 'Passed',
      failed: 'Failed',
      warning: 'Warning',
      to_confirm: 'Please confirm',
      unknown: 'Could not check',
    },
    cancel: 'Cancel',
    summary: (done: number, total: number) =>
      `${done} of ${count(total, { one: 'check', other: 'checks' })} done`,
  },

  notice: { note: 'Note', caution: 'Warning', good: 'Done', bad: 'Problem' },

  loading: 'One moment',
};

export type Text = typeof en;
