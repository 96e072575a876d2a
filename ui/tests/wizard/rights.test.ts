/** The rights side by side, and what is seen beside what is expected. */
import type { Report } from '$lib/backend';
import { page } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ProofFacts from '../../src/pages/parts/ProofFacts.svelte';

const report = (more: Partial<Report> = {}): Report => ({
  schema: 1,
  profile: { id: 'exampla', name: 'Exampla', source: 'built-in' },
  halo: {
    address: null,
    resource_server: null,
    authorisation_server: null,
    tenant: null,
    product: null,
    version: null,
  },
  identity: { agent_id: 21, name: 'Exampla API', email: null },
  scopes: { required: ['read:tickets'], granted: ['edit:invoices'], unknown: [] },
  visibility: { customers: 212, teams: 3, agents: 14, ticket_types: 6, tickets: null },
  sees: {
    expected_customers: 230,
    customers: ['Initech', 'Umbrella'],
    agents: ['Ada', 'Grace'],
    restricted_to: [],
    teams: ['Support'],
    missing_teams: ['Projects', 'Finance'],
    departments: [{ name: 'Delivery', level: 2 }],
    ticket_types: ['Incident'],
  },
  rights: {
    scopes: [
      { name: 'read:tickets', needed: true, asked: true, granted: false, held: 'missing' },
      { name: 'edit:invoices', needed: false, asked: false, granted: true, held: 'excess' },
    ],
    permissions: [
      {
        name: 'Tickets Access Level',
        needed: 'Read and Modify',
        shown: 'opens',
        held: 'not_told',
        finding: 'permission:tickets-access-level',
      },
    ],
  },
  findings: [],
  summary: { passed: 0, failed: 0, warning: 0, to_confirm: 0, unknown: 0 },
  ...more,
});

it('says what is seen beside what is expected, and names what is missing', async () => {
  await render(ProofFacts, { report: report() });
  await expect.element(page.getByText('212 of 230')).toBeVisible();
  await expect.element(page.getByText('Projects, Finance')).toBeVisible();
  await expect.element(page.getByText('Delivery (Modify All)')).toBeVisible();
});

it('names what the agent sees to whoever opens the names', async () => {
  await render(ProofFacts, { report: report() });
  const names = page.getByText('Initech, Umbrella, and 210 more');
  await expect.element(names).not.toBeVisible();
  await page.getByText('Show names of customers, agents and ticket types').click();
  await expect.element(names).toBeVisible();
  await expect.element(page.getByText('Ada, Grace, and 12 more')).toBeVisible();
  await expect.element(page.getByText('Incident, and 5 more')).toBeVisible();
});

it('does not say that a list is whole where Halo did not count it', async () => {
  const uncounted = report();
  uncounted.visibility.customers = null;
  uncounted.visibility.agents = 2;
  uncounted.sees.ticket_types = null;
  uncounted.sees.restricted_to = ['Initech'];
  await render(ProofFacts, { report: uncounted });
  await expect.element(page.getByText('Restricted to these customers')).toBeVisible();
  await page.getByText('Show names of customers, agents and ticket types').click();
  await expect.element(page.getByText('Initech, Umbrella, and perhaps more')).toBeVisible();
  await expect.element(page.getByText('Ada, Grace', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Incident')).not.toBeInTheDocument();
});

it('puts needed, asked for and granted side by side', async () => {
  await render(ProofFacts, { report: report() });
  await page.getByText('Scopes and permissions side by side: 1 missing, 1 more than needed').click();
  const row = (name: string) => page.getByRole('row', { name });
  await expect.element(row('read:tickets')).toHaveTextContent(/Yes\s*Yes\s*No\s*Missing/);
  await expect.element(row('edit:invoices')).toHaveTextContent(/No\s*No\s*Yes\s*More than needed/);
  await expect
    .element(row('Tickets Access Level'))
    .toHaveTextContent(/Read and Modify\s*Opens\s*For you to look/);
});
