/** Words of the end: the other product's form, the report, what comes later. */
import type { FieldKind, HandOverWay, TaskKind } from '../../backend/contract.gen';
import { count } from '../plural';

const where: Record<HandOverWay, string> = {
  form: 'Where the form is',
  portal: 'Where the portal is',
  file: 'Where the file belongs',
  environment: 'Where the variables are set',
  email: 'Where the message goes',
  'sign-in': 'Where to sign in',
};

const values: Record<HandOverWay, string> = {
  form: 'The form, in its own order',
  portal: 'The values, in the order of the portal',
  file: 'What stands in the file',
  environment: 'The variables',
  email: 'What the message says',
  'sign-in': 'What is asked there',
};

const target: Record<HandOverWay, string> = {
  form: 'Name',
  portal: 'Name',
  file: 'Name of the file',
  environment: 'Name',
  email: 'Send it to',
  'sign-in': 'Name',
};

/** What a field is, where that is more than a text to enter. */
const kinds: Record<FieldKind, string> = {
  text: '',
  number: 'A number',
  date: 'A date',
  time: 'A time of day',
  choice: 'One of a list',
  several: 'Any of a list',
  switch: 'A switch',
  address: 'A web address',
  email: 'An email address',
  secret: 'A secret',
};

export const end = {
  handOver: {
    none: 'This product has no form to fill in.',
    where,
    values,
    target,
    kinds,
    warning: 'Keep the secret safe',
    signIn: 'Nothing is filled in there. Sign in to your Halo when you are asked to, and allow the access.',
    open: (host: string) => `Open the form (${host})`,
    position: (position: number) => `Field ${position}`,
    done: 'Entered',
    empty: 'Leave this field empty.',
    unknown: 'Not known yet. Run the proof, then come back.',
    own: 'Choose this yourself.',
    ownSecret: 'Enter it there alone. Halyard neither asks for it nor keeps it.',
    advised: 'This is usual. Enter something else if you need it.',
    optional: 'May stay empty',
    nameOf: (position: number) => `Name of value ${position}`,
    offers: 'You choose one of these:',
    offersSeveral: 'You choose any of these:',
    offersAdvised: 'One of these; the marked one is usual:',
    marked: 'usual',
    chosen: 'choose this',
    goTo: (step: string) => `Go to “${step}”`,
    secret: 'The Client Secret',
    secretHint: 'It goes to the clipboard, is marked as a secret, and is cleared after 60 seconds.',
    copySecret: 'Copy the secret',
    copying: 'Copying',
    noSecret: 'There is no Client Secret stored. Go back to its page and paste it again.',
    progress: (done: number, total: number) => `${done} of ${total} entered`,
    finish: (button: string) => `At the end, select ${button}.`,
    left: (seconds: number) =>
      `The clipboard is cleared in ${count(seconds, { one: 'second', other: 'seconds' })}.`,
    over: 'The secret is no longer on the clipboard.',
    again: 'Copy again',
  },

  byHand: {
    success: 'How you know that it worked',
    kinds: {
      task: 'Done by hand',
      guide: 'To be read in the guide',
      test: 'A test',
      licence: 'A licence or a right',
      install: 'Software to install',
      'switch-off': 'Must be off first',
      'look-up': 'To look up and note',
      webhook: 'A webhook',
      'custom-tab': 'A custom tab',
      'custom-button': 'A custom button',
      'custom-field': 'A custom field',
      'event-rule': 'A rule',
      'custom-integration': 'A custom integration',
      record: 'A record',
      cors: 'Addresses to allow (CORS)',
      'allow-list': 'Addresses to allow',
      agent: 'A further agent',
      application: 'A further application',
    } satisfies Record<TaskKind, string>,
  },

  finish: {
    report: 'Keep the report',
    reportHint: 'It says what was proved and when. It holds no secret.',
    savePage: 'Save the report',
    saveText: 'Save as text',
    saveJson: 'Save as JSON',
    saved: (path: string) => `Saved: ${path}`,
    cleanUp: 'Take back now',
    cleanUpHint: 'These were for the set-up only.',
    recheck: 'The next check',
    checkNow: 'Open the proof',
    removeSources: 'The guides that tell how',
    later: 'Later',
    rotate: 'How to replace the Client Secret',
    remove: 'How to take everything out again',
    done: 'Done',
  },
};
