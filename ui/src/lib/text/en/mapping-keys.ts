/** The keys of the mapping's rows, as they are told. What they do is in `pages/mapping/keys.ts`; a test presses every one of them. */

export const mappingKeys = {
  short: 'Arrow keys move, Enter accepts, Space shows the candidates.',
  title: 'All keys',
  key: 'Key',
  does: 'What it does',
  all: [
    {
      keys: ['Up', 'Down', 'Page Up', 'Page Down', 'Home', 'End'],
      does: 'Move through the rows, or through the candidates.',
    },
    {
      keys: ['Enter'],
      does: 'Accept what is suggested. Where nothing is, or several fit alike, show the candidates.',
    },
    { keys: ['Space'], does: 'Show the candidates, to choose or to change the answer.' },
    { keys: ['Ctrl+Enter'], does: 'Note it as “create later”.' },
    { keys: ['Shift+Delete'], does: 'Ignore the row.' },
    { keys: ['Delete'], does: 'Take the decision back.' },
    {
      keys: ['Alt+Down', 'Alt+Up'],
      does: 'Go to the next row that is not decided, or to the one before.',
    },
    { keys: ['Ctrl+Z'], does: 'Undo, and go to the row it was about.' },
    { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: 'Redo, and go to the row it was about.' },
    { keys: ['Ctrl+F'], does: 'Go to the search. Enter leads from there to the first row.' },
    { keys: ['Tab'], does: 'Go from a row to its buttons.' },
    { keys: ['Esc'], does: 'Close the candidates; the row stays as it is.' },
  ],
  mac: 'On a Mac, press Cmd where Ctrl is named, and Option where Alt is named.',
};
