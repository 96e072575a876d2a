/** What every page of a task hands on to its frame, so that each body needs to know one thing only. */
export interface Frame {
  pageKey: string;
  title: string;
  caption?: string;
  back: { label: string; onclick: () => void };
}

export interface FieldError {
  fieldId: string;
  message: string;
}
