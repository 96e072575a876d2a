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
  await expect.element(page.getByText('Delivery (membership 2, Modify All)')).toBeVisible();
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
