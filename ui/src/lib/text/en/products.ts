/** Words of choosing a product, of the product's own page, and of profiles from files. */
import { count, list } from '../plural';

export const products = {
  products: {
    title: 'Which product do you want to connect?',
    search: 'Search by name, maker or purpose',
    found: (amount: number) => `${count(amount, { one: 'product', other: 'products' })} found`,
    enter: (product: string) => `Enter opens ${product}.`,
    category: 'Category',
    all: (amount: number) => `All (${amount})`,
    inCategory: (category: string, amount: number) => `${category} (${amount})`,
    none: (typed: string) => `Nothing here matches “${typed}”.`,
    noneHint: 'Try another word, for example the maker’s name or what the product is for.',
    showAll: 'Show all products',
    minutes: (minutes: number) => `about ${count(minutes, { one: 'minute', other: 'minutes' })}`,
    scopes: (amount: number) => count(amount, { one: 'scope', other: 'scopes' }),
    noApplication: 'no API application',
    agent: 'an agent of its own',
    rights: (product: string | null) =>
      product === null ? 'set-up rights in Halo' : `set-up rights in Halo and ${product}`,
    partial: 'Part of its guide',
    missing: 'Your product is not in the list?',
    missingText:
      'What a product needs is one text file, its profile. Its maker can write one, and so can you, without programming.',
    open: 'Open a profile file',
    guide: 'Save the guide: how to write one',
    guideSaved: (path: string) => `Saved: ${path}`,
    unusable: 'Profiles that cannot be used',
    remove: (id: string) => `Remove ${id}`,
  },

  productPage: {
    title: (product: string) => `Connect HaloPSA with ${product}`,
    start: 'Start',
    starting: 'Starting',
    time: (minutes: number) => `About ${count(minutes, { one: 'minute', other: 'minutes' })}`,
    timeHint: 'You can stop at any time and carry on later.',
    before: 'Before you start',
    halo: 'In HaloPSA',
    vendor: (product: string) => `In ${product}`,
    creates: 'What you will create',
    never: 'What Halyard never does',
    uses: 'What the connection is used for',
    several: 'More than one connection',
    partial: 'Part of the guide could not be read',
    asks: 'Everything it asks for',
    links: 'Pages it offers to open',
    linksHint: 'Nothing is opened by itself. These are the hosts that its buttons lead to.',
    sources: 'The guides behind this',
    complete: {
      full: 'The whole guide was read.',
      partial: 'Only part of the guide could be read.',
    },
    saysComplete: {
      full: 'Who wrote this profile says that the whole guide was read.',
      partial: 'Who wrote this profile says that only part of the guide could be read.',
    },
    notes: (amount: number) =>
      `Where the guides differ or need a remark (${count(amount, { one: 'place', other: 'places' })})`,
  },

  notBuiltIn: {
    tag: 'Not built in',
    strip: (product: string) => `The profile of ${product} came from a file.`,
    title: 'This profile is not built in',
    text: 'It came from a file, and nobody at Halyard has looked at it. It cannot run anything or contact anybody, but its words can mislead. Follow it only if you trust who gave it to you.',
    kept: (file: string, when: string) => `Kept from ${file}, ${when}.`,
    handOver:
      'This form is described by a profile from a file. See that the page you enter the secret on belongs to the product.',
  },

  kept: {
    title: 'This profile',
    beside:
      'You also keep a profile of this id from a file. Connections made with it go on using it; new ones use the built-in one.',
    usedBy: (names: string[]) =>
      `Used by ${list(names)}. Delete ${names.length === 1 ? 'this connection' : 'these connections'} first, then the profile can be removed.`,
    remove: 'Remove this profile',
    removeTitle: (product: string) => `Remove the profile of ${product}?`,
    removeText: 'It is no longer listed. The file that you opened stays where it is.',
    confirm: 'Remove the profile',
    cancel: 'Keep it',
  },

  profileFile: {
    title: (file: string) => `The profile file ${file}`,
    offers: (product: string) => `This is what the profile of ${product} asks for.`,
    nothing: 'Nothing has been kept yet.',
    problems: (amount: number) =>
      `${count(amount, { one: 'problem stands', other: 'problems stand' })} against its use`,
    problemsHint: 'Nothing was kept. Put the file right in an editor, then read it again.',
    warnings: (amount: number) => `${count(amount, { one: 'remark', other: 'remarks' })} of the check`,
    place: (line: number, column: number) => `Line ${line}, column ${column}`,
    unread: 'The file could not be read',
    before: 'Before you keep it',
    cannot: 'It cannot be kept',
    keep: 'Keep this profile',
    keeping: 'Keeping',
    again: 'Read the file again',
    other: 'Open another file',
  },

  lost: {
    title: (name: string) => `“${name}” cannot be opened`,
    kept: 'Its answers and its secret are still there.',
  },
};
