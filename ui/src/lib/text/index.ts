/** The words of the page in the language in use. English is complete; a second language is a second object of type `Text`. */
import { en, type Text } from './en';

export const text: Text = en;
export type { Text };
