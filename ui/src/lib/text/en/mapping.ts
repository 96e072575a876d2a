/** Words of the mapping. What is suggested and why, conflicts and what is wrong with a list come from the engine. */
import type { ListColumn, RowFilter, RowStanding, SuggestionClass } from '../../backend';
import { count } from '../plural';
import { mappingKeys } from './mapping-keys';

const rows = (amount: number) => count(amount, { one: 'row', other: 'rows' });
const lower = (word: string) => String(word).toLowerCase();
const things = (amount: number, name: string) => `${amount.toLocaleString('en')} ${lower(name)}`;

export const mapping = {
  what: 'What is matched',
  title: (halo: string, vendor: string) => `${halo} and ${vendor}`,
  today: (product: string) => `How it is done in ${product}`,
  back: 'All lists',

  standing: {
    begin: 'Not begun',
    done: 'All decided',
    left: (amount: number) => `${amount.toLocaleString('en')} left`,
    conflicts: (amount: number) => count(amount, { one: 'conflict', other: 'conflicts' }),
    counts: (decided: number, all: number) => `${decided.toLocaleString('en')} of ${rows(all)} decided`,
    unread: 'Read both lists to begin',
  },

  lists: {
    title: 'The two lists',
    read: (amount: number, name: string, how: string | null, when: string) =>
      `${things(amount, name)}, read ${when}${how ? ` (${how})` : ''}`,
    known: (amount: number, name: string) => `${things(amount, name)}, known to Halyard`,
    notRead: 'Not read yet',
    refresh: 'Read the lists again',
    refreshHint: 'Your decisions stay, whatever has changed in the lists.',
  },

  halo: {
    title: (name: string) => `${name} in Halo`,
    read: 'Read from Halo',
    again: 'Read again from Halo',
    resume: (amount: number) => `Go on after ${rows(amount)}`,
    anew: 'Begin anew',
    begun: (amount: number) =>
      `A reading was stopped after ${rows(amount)}. They are kept, and the reading can go on from there.`,
    otherThanBegun: (amount: number) =>
      `With this choice the reading begins anew: the ${rows(amount)} that are kept are of another choice.`,
    otherThanRead:
      'The list was read with another choice. Whoever is left out stays known: nobody is called gone for it, and no decision is lost.',
    inactive: 'Inactive customers too',
    internal: 'Your own company too',
  },

  vendor: {
    title: (name: string, product: string) => (name.includes(product) ? name : `${name} in ${product}`),
    file: 'Open a file',
    fileHint: 'A list that was exported there: CSV or text, with a name on each line.',
    paste: 'Paste a list',
    pasteLabel: 'The list, one on each line',
    pasteHint: 'Names alone will do. Columns copied from a spreadsheet work as well.',
    pasteEmpty: 'Paste or write at least one name.',
    use: 'Use this list',
  },

  reader: {
    title: (product: string) => `Read it from ${product}`,
    address: (product: string) => `Address of your ${product}`,
    addressHint: 'As the browser shows it when you are signed in.',
    saveAddress: 'Save the address',
    key: 'API key',
    how: 'Make an API key there and copy it. Then select “Paste the key”: Halyard reads the clipboard itself, and the key does not pass through this page.',
    paste: 'Paste the key',
    pasting: 'Storing the key',
    type: 'Enter the key by hand instead',
    typedHint: 'Use this only if pasting does not work. The field is emptied at once.',
    typedEmpty: 'Enter the key, or paste it from the clipboard.',
    useKey: 'Use this key',
    stored: 'A key is stored on this computer.',
    forget: 'Delete the key',
    read: (product: string) => `Read from ${product}`,
    again: (product: string) => `Read again from ${product}`,
  },

  columns: {
    title: 'Which column is what?',
    lead: (name: string, needsIds: boolean) =>
      `Say what the columns of ${name} hold. ${needsIds ? 'Names and ids are wanted' : 'Only the names are needed'}.`,
    noHeading: 'The first line already belongs to the list: it is not a heading',
    facts: (encoding: string, delimiter: string | null) =>
      delimiter ? `Letters: ${encoding}. Parted by: ${delimiter}.` : `Letters: ${encoding}.`,
    column: (number: number) => `Column ${number}`,
    sample: 'The first rows',
    none: 'Leave it out',
    names: {
      id: 'Id',
      name: 'Name',
      domain: 'Domain',
      website: 'Web site',
      phone: 'Telephone',
      city: 'Town',
      postcode: 'Postcode',
      country: 'Country',
      external_id: 'Id in Halo',
    } satisfies Record<ListColumn, string>,
    use: 'Use this list',
  },

  problems: {
    leftOut: (amount: number) =>
      `${rows(amount)} could not be used and ${amount === 1 ? 'was' : 'were'} left out. All others are in.`,
    which: 'Which rows, and why',
    more: (amount: number) => `And ${rows(amount)} more, which are not named here.`,
    notKept: 'The list was not taken',
    unreadable: (name: string) => `${name} cannot be used`,
  },

  run: {
    halo: 'Reading from Halo',
    vendor: 'Reading the other list',
    suggestions: 'Looking for what belongs together',
    amount: (done: number, total: number | null) =>
      total === null
        ? done.toLocaleString('en')
        : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
    waiting: (seconds: number) =>
      `The server asked to wait ${count(seconds, { one: 'second', other: 'seconds' })}. Halyard goes on by itself.`,
    cancel: 'Stop',
    stopping: 'Stopping',
    cancelled: (kept: number) =>
      kept > 0
        ? `Stopped. ${rows(kept)} are kept; the reading can go on from there.`
        : 'Stopped. Nothing was changed.',
    stoppedTitle: 'It could not be finished',
    read: (name: string) => `${name}: the list is read.`,
    suggested: (exact: number, likely: number, review: number) =>
      `Suggestions are ready: ${exact.toLocaleString('en')} certain, ${likely.toLocaleString('en')} likely, ${review.toLocaleString('en')} to look at.`,
    suggest: 'Suggest again',
  },

  changes: {
    title: (name: string) => `${name}: what is different from the time before`,
    summary: (fresh: number, renamed: number, gone: number) =>
      [
        fresh > 0 ? `${fresh.toLocaleString('en')} new` : '',
        renamed > 0 ? `${renamed.toLocaleString('en')} renamed` : '',
        gone > 0 ? `${gone.toLocaleString('en')} gone` : '',
      ]
        .filter(Boolean)
        .join(', '),
    show: 'Show what changed',
    showRows: 'Show these rows',
    fresh: 'New',
    renamed: 'Renamed',
    gone: 'Gone',
    was: (was: string, is: string) => `${was} is now ${is}`,
    more: (amount: number) => `and ${amount.toLocaleString('en')} more`,
  },

  tools: {
    filter: 'Show',
    filters: {
      all: 'All rows',
      undecided: 'Not decided',
      exact: 'Certain',
      likely: 'Likely',
      review: 'To look at',
      none: 'No suggestion',
      accepted: 'Mapped',
      later: 'Create later',
      ignored: 'Ignored',
      conflicts: 'Conflicts',
      changed: 'New or renamed',
    } satisfies Record<RowFilter, string>,
    option: (label: string, amount: number) => `${label} (${amount.toLocaleString('en')})`,
    search: 'Search in both lists',
    found: (amount: number) => (amount === 0 ? 'No row fits' : rows(amount)),
    acceptExact: (amount: number) => `Accept all ${amount.toLocaleString('en')} certain`,
    accepting: 'Accepting',
    acceptLikely: (amount: number) => `Accept all ${amount.toLocaleString('en')} likely`,
    undo: 'Undo',
    redo: 'Redo',
    conflicts: (amount: number) =>
      `${count(amount, { one: 'row has a conflict', other: 'rows have a conflict' })}. Each says what is wrong and how to settle it.`,
    showConflicts: 'Show the conflicts',
    nothing: 'No row fits. Show others, or empty the search.',
    showAll: 'Show all rows',
  },

  grid: {
    title: 'What belongs together',
    label: (halo: string, vendor: string) => `${halo} and ${vendor}, row by row`,
    loading: 'Reading this row',
    number: (number: number) => `Row ${number.toLocaleString('en')}`,
    classes: {
      exact: 'Certain',
      likely: 'Likely',
      review: 'Look at it',
      none: 'No suggestion',
    } satisfies Record<SuggestionClass, string>,
    standings: {
      undecided: 'Not decided',
      accepted: 'Mapped',
      later: 'Create later',
      ignored: 'Ignored',
    } satisfies Record<RowStanding, string>,
    person: 'by you',
    suggestion: 'by suggestion',
    noAnswer: 'Nothing comes near',
    notSuggested: 'No suggestion yet',
    isNew: 'New',
    renamed: (was: string) => `Was “${was}”`,
    conflict: 'Conflict:',
    accept: 'Accept',
    again: 'Accept again',
    choose: 'Choose',
    change: 'Change',
    for: (name: string) => ` for ${name}`,
  },

  keys: mappingKeys,

  chooser: {
    title: (name: string) => `What belongs to “${name}”?`,
    candidates: 'Candidates',
    search: 'Search among all',
    found: (shown: number, total: number) =>
      total === 0
        ? 'Nothing of this name'
        : shown < total
          ? `The first ${shown} of ${total.toLocaleString('en')}`
          : count(total, { one: 'fits', other: 'fit' }),
    percent: (percent: number) => `${percent} %`,
    taken: (name: string) => `Given to “${name}” already`,
    keys: 'Up and down arrows choose, Enter takes the chosen one.',
    take: 'Take this one',
    later: 'Create it there later',
    ignore: 'Ignore this row',
    clear: 'Not decided again',
    close: 'Leave it as it is',
  },

  said: {
    accepted: (row: string, answer: string) => `${row} is mapped to ${answer}.`,
    later: (row: string) => `${row}: create later.`,
    ignore: (row: string) => `${row} is ignored.`,
    clear: (row: string) => `${row} is not decided any more.`,
    all: (amount: number) =>
      amount === 0 ? 'Nothing was accepted: the answers are given already.' : `${rows(amount)} accepted.`,
    undone: (amount: number) => `Taken back: ${rows(amount)}.`,
    redone: (amount: number) => `Done again: ${rows(amount)}.`,
    next: (row: string) => `Next: ${row}`,
    nextWith: (row: string, word: string, answer: string) => `Next: ${row}, ${lower(word)}: ${answer}`,
    nothingLeft: 'No row here is undecided.',
  },

  save: {
    title: 'Take it with you',
    hint: 'Decisions are kept in Halyard as well; a file is for the other product, for a colleague, or for the drawer.',
    csv: 'Save as CSV',
    json: 'Save as JSON',
    page: 'Save a list to print',
    vendorFile: (title: string) => `Save “${title}”`,
    none: 'Nothing was saved: no place was chosen.',
    refused: (amount: number) =>
      `${rows(amount)} ${amount === 1 ? 'is' : 'are'} in no file, because the other product would refuse ${amount === 1 ? 'it' : 'them'}. Change the text in Halo, read Halo’s list again and save once more.`,
    saved: (amount: number, files: number) =>
      files === 1 ? `Saved ${rows(amount)}:` : `Saved ${rows(amount)} in ${files} files:`,
    file: (path: string, amount: number) => `${path} (${rows(amount)})`,
  },
};
