/** Words of what surrounds every page: the top bar, help, failures, the practice tenant. */
import { list } from '../plural';

export const frame = {
  actions: {
    continue: 'Continue',
    back: 'Back',
    cancel: 'Cancel',
    change: 'Change',
    save: 'Save',
    tryAgain: 'Try again',
    startAgain: 'Start again',
    close: 'Close',
    done: 'Done',
    saving: 'Saving',
  },

  step: (number: number, total: number) => `Step ${number} of ${total}`,

  topBar: {
    tasks: 'All tasks',
    help: 'Help',
  },

  practice: {
    tag: 'Practice tenant',
    text: 'Nothing here is real.',
    address: 'Address of the practice Halo',
    clientId: 'Client ID of the practice application',
    hint: 'In the practice tenant there is no Halo to copy from. Use this value.',
    secret: 'Copy the practice secret',
    secretHint:
      'In your own Halo you copy the secret there. In the practice tenant this button puts one on the clipboard.',
    secretCopied: 'The practice secret is on the clipboard. Now select “Paste from the clipboard”.',
  },

  failure: {
    title: 'Halyard could not do that',
    unanswered: 'The program behind this page did not answer.',
    kept: 'Your answers are saved, and nothing was changed in Halo.',
    detail: 'Detail for support',
  },

  help: {
    title: 'Help and settings',
    colours: 'Colours',
    colourChoices: { system: 'As the system', light: 'Light', dark: 'Dark' },
    keys: 'Keyboard',
    keyRows: [
      { key: 'Enter', value: 'Continue' },
      { key: 'Alt + Left arrow', value: 'Back' },
      { key: 'Tab', value: 'To the next button or field' },
      { key: 'Space', value: 'Tick a line of a list' },
      { key: 'Up and down arrows', value: 'Move inside a list of ticks' },
      { key: 'F1', value: 'This page' },
    ],
    secrets: 'What becomes of your secrets',
    secretRows: [
      'The Client Secret is kept in the keychain of this computer, never in a file.',
      'It is sent to the sign-in server of your Halo and to nobody else.',
      'It is never shown again. You can copy it once more for the other product’s form.',
    ],
    about: 'About',
    version: (version: string) => `Halyard ${version}`,
    noTelemetry: 'Halyard reports nothing to anyone.',
  },

  sources: {
    title: 'Where this comes from',
    notes: 'What the guides say about this',
    of: (title: string, date: string | null) => (date ? `${title}, ${date}` : title),
    open: (host: string) => `Open (${host})`,
    from: (names: string[]) => `From: ${list(names)}`,
  },
};
