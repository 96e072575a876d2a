/** Words of the pages inside a task: guides, lists, questions. */
import { count } from '../plural';

export const task = {
  drawing: (title: string, marked: string[]) =>
    marked.length === 0
      ? `What the screen “${title}” looks like.`
      : `What the screen “${title}” looks like. Marked: ${marked.join(', ')}.`,
  where: 'Where to click',
  open: (host: string) => `Open this page (${host})`,
  todo: 'What to do',
  done: 'I have done this',
  doneHint: 'Halo cannot tell Halyard whether this is done. Your tick is kept as your word.',
  steps: 'Tick each line once it is set in Halo. The ticks are for you; Halyard checks later.',
  level: { required: '', recommended: 'Recommended', optional: 'Optional', forbidden: 'Must not be set' },

  address: {
    label: 'Address of your Halo',
    hint: 'Copy it from the browser while Halo is open. Any page of Halo will do.',
    example: 'For example acme.halopsa.com',
    empty: 'Enter the address of your Halo, for example acme.halopsa.com.',
    looking: 'Looking for your Halo',
    lookingNote: 'This takes a few seconds. It ends by itself after 20 seconds at the latest.',
    notFound: 'What you typed is kept. Correct it here, or try again.',
  },

  confirmHalo: {
    address: 'Address',
    resource: 'Resource server',
    authorisation: 'Authorisation server',
    tenant: 'Tenant',
    noTenant: 'None',
    product: 'Product',
    version: 'Version',
    unknown: 'Not known',
    runs: 'Where it runs',
    hosted: 'Hosted by Halo',
    onPremises: 'On our own server',
    hostedHint: 'The address usually ends in halopsa.com.',
    onPremisesHint: 'Your company, or a data centre for you, runs Halo itself.',
    question: 'Where does this Halo run?',
    choose: 'Choose where this Halo runs.',
    correct: 'Correct a value',
    serverHint: 'In Halo: Configuration, Integrations, Halo API. It often ends in /auth.',
    tenantHint: 'On the same page in Halo. Leave it empty if Halo shows none.',
    elsewhereTitle: 'The sign-in is on another server',
    elsewhere: (host: string) =>
      `The Client Secret will be sent to ${host}. Continue only if your company uses that server.`,
    first: 'There is no Halo to confirm yet. Enter its address first.',
    toAddress: 'Enter the address',
  },

  clientId: {
    label: 'Client ID',
    hint: 'In Halo it stands on the Details tab of the application. Copy it there after saving.',
    empty: 'Enter the Client ID. Halo shows it on the Details tab of the application.',
    testing: 'Asking Halo',
  },

  secret: {
    paste: 'Paste from the clipboard',
    pasting: 'Asking Halo',
    how: 'Copy the Client Secret in Halo, then select “Paste from the clipboard” below. Halyard reads the clipboard itself: the secret does not pass through this page.',
    type: 'Enter it by hand instead',
    label: 'Client Secret',
    typedHint: 'Use this only if pasting does not work. The field is emptied at once.',
    typedEmpty: 'Enter the Client Secret, or paste it from the clipboard.',
    use: 'Use this secret',
    first: 'Paste the Client Secret first.',
    stored: (keychain: string) => `The Client Secret is stored in ${keychain}.`,
    storedSession: 'The Client Secret is kept in memory until you close Halyard.',
    characters: (amount: number) =>
      `${count(amount, { one: 'character', other: 'characters' })} arrived. They are never shown.`,
    accepted: 'Halo accepted it',
    heldTitle: 'The secret has arrived',
    held: 'Halyard keeps it in memory and tries it as soon as it has the Client ID. Continue to the next page.',
    retry: 'Try again with the same secret',
    retrying: 'Asking Halo',
    waitingTitle: 'Halo has not accepted this secret yet',
    waiting: 'It is kept in memory. You need not copy it from Halo again.',
    replace: 'Replace the secret',
    forget: 'Delete the secret',
    forgetTitle: 'Delete the Client Secret from this computer?',
    forgetText: 'Halo shows a secret only once. Without it, a new one has to be made in Halo.',
    forgetConfirm: 'Delete the secret',
    forgetCancel: 'Keep it',
    keychainLooking: 'Looking at the keychain',
    keychainTitle: (name: string) => `${name} is not ready`,
    sessionTitle: 'Secrets are kept in memory only',
    memory: 'Keep it in memory only',
    memoryHint: 'Then it is gone when you close Halyard, and you paste it again next time.',
    keychain: 'Use the keychain again',
    lookAgain: 'Look again',
  },

  choice: { empty: 'Choose one of the answers.' },

  ticketType: {
    label: 'Name of the ticket type in Halo',
    hint: 'Halyard looks for it by this name.',
    empty: 'Enter the name of the ticket type, as Halo shows it.',
  },

  teams: {
    label: 'Teams, one on each line',
    hint: 'As Halo spells them.',
    example: (names: string[]) => `For example ${names.join(', ')}`,
    empty: 'Enter at least one team.',
  },

  customers: {
    label: 'Number of customers',
    hint: 'Halo shows it at the foot of the list of customers. Leave it empty if you do not know: Halyard then only counts.',
    shape: 'Enter a whole number, for example 230, or leave the field empty.',
  },
};
