/** Words of the test ticket: what is asked, what is being done. What Halo did and what is left comes from the engine. */
import { count } from '../plural';

export const testTicket = {
  title: 'Try it with a test ticket',
  optional: 'Not needed to go on',
  lead: (product: string) =>
    `A check only looks. Whether ${product} may make tickets shows for certain when one is made. Halyard can make one and take it away again, when you ask for it.`,
  willWrite: 'What will be written to your Halo',
  nothingElse: 'Nothing else in your Halo is changed.',
  begin: 'Choose customer and ticket type',
  again: 'Try it once more',
  looking: 'Looking in your Halo',

  customer: 'Customer',
  search: 'Part of the customer’s name',
  searchNow: 'Search',
  found: (shown: number, total: number | null, searched: boolean) => {
    if (shown === 0) return 'No customer of this name';
    const customers = count(shown, { one: 'customer', other: 'customers' });
    if (searched || total === null || total <= shown) return customers;
    return `The first ${customers} of ${total.toLocaleString('en')}. Search for others.`;
  },
  pickCustomer: 'Choose the customer for whom the ticket is made',
  customerHint: 'Your own company is a good choice, if it is among your customers.',
  noCustomer: 'Choose a customer',
  ticketType: 'Ticket type',
  pickType: 'Choose the type of the ticket',
  wanted: (product: string) => `${product} asks for this one`,
  noType: 'Choose a ticket type',
  afterwards: 'What should become of the ticket?',
  delete: 'Delete it',
  deleteHint: 'Where Halo does not allow that, it is closed.',
  close: 'Close it and keep it',
  closeHint: 'You can look at it in Halo afterwards.',
  make: 'Make the test ticket',
  notNow: 'Not now',

  label: 'The test ticket',
  states: {
    waiting: 'Waiting',
    running: 'Under way',
    passed: 'Done',
    failed: 'Not done',
    warning: 'Not done',
    to_confirm: 'Not done',
    unknown: 'Not done',
  },
  summary: (done: number) => (done === 0 ? 'Starting' : count(done, { one: 'step', other: 'steps' })),
  stop: 'Stop and take it away',
  stopping: 'Stopping. A ticket that was made is taken away first.',
  failedTitle: 'The test ticket did not come to its end',

  when: (when: string, customer: string, type: string) => `${when}, for ${customer}, type “${type}”`,
  cameBack: 'The ticket as Halo gave it back',
  stepStates: {
    done: 'Done:',
    refused: 'Not done:',
    unknown: 'Not known:',
    'not-needed': 'Not done, not needed:',
    skipped: 'Left out:',
  },
  whereToClick: 'Where to click',
  openTicket: (host: string) => `Open the ticket (${host})`,
  clearUp: 'Have Halyard remove it',
  removed: 'I have removed it, or there is none',
  openProof: 'See to it on the page of the proof',
};
