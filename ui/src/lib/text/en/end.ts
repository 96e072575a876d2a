/** Words of the end: the other product's form, the report, what comes later. */
import { count } from '../plural';

export const end = {
  handOver: {
    none: 'This product has no form to fill in.',
    where: 'Where the form is',
    open: (host: string) => `Open the form (${host})`,
    form: 'The form, in its own order',
    position: (position: number) => `Field ${position}`,
    done: 'Entered',
    empty: 'Leave this field empty.',
    unknown: 'Not known yet. Run the proof, then come back.',
    own: 'Choose this yourself.',
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
    later: 'Later',
    rotate: 'How to replace the Client Secret',
    remove: 'How to take everything out again',
    done: 'Done',
  },
};
