/** The window's title, one per page: "Error: What is the address of your Halo? – Halyard". */

export interface PageTitle {
  page: string;
  product: string;
  /** Put in front when the page shows problems, so that it is the first thing heard. */
  errorPrefix?: string;
}

export function pageTitle({ page, product, errorPrefix }: PageTitle): string {
  return `${errorPrefix ? `${errorPrefix} ` : ''}${page} – ${product}`;
}

export function setTitle(title: PageTitle): void {
  document.title = pageTitle(title);
}
