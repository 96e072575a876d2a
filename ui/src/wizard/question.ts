/** What every page that asks something gets. */
import type { ConnectionView, Page } from '$lib/backend';
import type { Frame } from './frame';
import type { Wizard } from './wizard.svelte';

export interface QuestionProps {
  wizard: Wizard;
  view: ConnectionView;
  frame: Frame;
  page: Page;
  /** The page is answered: go on to the next. */
  onpass: () => Promise<void>;
}
