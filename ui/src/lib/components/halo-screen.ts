/** What a drawing of a Halo screen shows. Data only: profiles describe screens in these words, `HaloScreen.svelte` draws them. */
export interface HaloScreenData {
  /** The heading of the page in Halo, e.g. the name of the agent that is open. */
  heading: string;
  /** The list to the left of the page in Halo's configuration. */
  menu?: DrawnItem[];
  tabs?: DrawnItem[];
  fields?: DrawnField[];
  /** Buttons at the page's top right, in their order. */
  buttons?: DrawnItem[];
}

export interface DrawnItem {
  label: string;
  active?: boolean;
  marked?: boolean;
}

export interface DrawnField {
  label: string;
  kind: 'text' | 'tick' | 'choice';
  value: string;
  marked?: boolean;
}
