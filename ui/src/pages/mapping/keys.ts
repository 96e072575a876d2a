/** The keys of a row. What each does is said in the catalogue, under `mapping.keys`. Pure. */

export type RowKey = 'accept' | 'candidates' | 'later' | 'ignore' | 'clear' | 'next' | 'previous';
export type ListKey = 'undo' | 'redo' | 'search';

const ROW: Record<string, RowKey> = {
  Enter: 'accept',
  ' ': 'candidates',
  'Ctrl+Enter': 'later',
  'Shift+Delete': 'ignore',
  Delete: 'clear',
  'Alt+ArrowDown': 'next',
  'Alt+ArrowUp': 'previous',
};

const LIST: Record<string, ListKey> = {
  'Ctrl+z': 'undo',
  'Ctrl+Shift+z': 'redo',
  'Ctrl+y': 'redo',
  'Ctrl+f': 'search',
};

/** What a key does on a row; `null` where it is not a row's. */
export const rowKey = (event: KeyboardEvent): RowKey | null => ROW[name(event)] ?? null;

/** What a key does wherever the focus is among the rows and over them. */
export const listKey = (event: KeyboardEvent): ListKey | null => LIST[name(event)] ?? null;

/** A Mac's Cmd is Ctrl elsewhere, and its Delete is called Backspace. */
function name({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const held = [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : ''];
  const pressed = key === 'Backspace' ? 'Delete' : key.length === 1 ? key.toLowerCase() : key;
  return [...held.filter(Boolean), pressed].join('+');
}
