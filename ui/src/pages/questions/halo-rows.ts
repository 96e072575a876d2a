/** The Halo's values as lines, for the page that has them confirmed. */
import type { ConnectionView, HaloFound } from '$lib/backend';
import type { SummaryRow } from '$lib/components/SummaryList.svelte';
import { text } from '$lib/text';

export type Runs = 'hosted' | 'on_premises';

/** What is known of where it runs: what the admin said, else what the address tells. */
export function whereItRuns(view: ConnectionView): Runs | null {
  if (view.on_premises !== null) return view.on_premises ? 'on_premises' : 'hosted';
  const hosted = view.halo?.hosted ?? null;
  return hosted === null ? null : hosted ? 'hosted' : 'on_premises';
}

export function haloRows(
  halo: HaloFound,
  runs: Runs | null,
  oncorrect: () => void,
  isCorrecting: boolean,
): SummaryRow[] {
  const words = text.task.confirmHalo;
  const change = isCorrecting ? {} : { onchange: oncorrect };
  return [
    { key: words.address, value: halo.address, exact: true },
    { key: words.resource, value: halo.resource_server, exact: true },
    ...(isCorrecting
      ? []
      : [
          { key: words.authorisation, value: halo.authorisation_server, exact: true, ...change },
          { key: words.tenant, value: halo.tenant ?? words.noTenant, exact: halo.tenant !== null, ...change },
        ]),
    { key: words.product, value: halo.product ?? words.unknown },
    { key: words.version, value: halo.version ?? words.unknown },
    ...(runs === null || isCorrecting
      ? []
      : [{ key: words.runs, value: runs === 'hosted' ? words.hosted : words.onPremises, ...change }]),
  ];
}
