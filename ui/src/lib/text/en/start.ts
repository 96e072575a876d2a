/** Words of the pages before there is a connection: the welcome and the list. The products have words of their own. */
import { count } from '../plural';

export const start = {
  welcome: {
    title: 'Connect HaloPSA with a product, and prove that it works',
    lead: 'Halyard shows you every screen in Halo, checks each step against your Halo, and gives you what the other product asks for.',
    does: 'What Halyard does',
    doesRows: [
      'Tells you exactly what to click, one screen at a time, with every value ready to copy.',
      'Looks in your Halo whether each step is right, and says what to do if it is not.',
      'Saves everything as you go. You can close the window and carry on later.',
    ],
    never: 'What it never does',
    neverRows: [
      'It changes nothing in your Halo by itself. You do that, and Halyard looks.',
      'It never writes your Client Secret to a file, and never shows it.',
      'It reports nothing to anyone.',
    ],
    connect: 'Connect a product',
  },

  connections: {
    title: 'Your connections',
    another: 'Connect another product',
    progress: (done: number, tasks: number) => `${done} of ${tasks} done`,
    checked: (ago: string) => `Checked ${ago}`,
    neverChecked: 'Not checked yet',
    noAddress: 'No Halo yet',
    wrong: (failed: number) => `${count(failed, { one: 'thing', other: 'things' })} to fix`,
    unanswered: (unknown: number) =>
      `${count(unknown, { one: 'thing', other: 'things' })} could not be checked`,
    good: 'Nothing to fix',
    lost: 'Cannot be opened',
  },
};
