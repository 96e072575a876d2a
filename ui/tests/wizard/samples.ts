/** Small connections and findings for the tests of this folder. Not part of the page. */
import type { ConnectionView, Finding, Page, Status, Task, TaskState } from '$lib/backend';

const page = (id: string, kind: 'guide' | 'watch'): Page => ({
  id,
  title: id,
  lead: null,
  notes: [],
  sources: [],
  body:
    kind === 'watch'
      ? { kind, proves: '' }
      : { kind, place: { path: [], link: null }, actions: [], screen: null, confirms: null, task: null },
});

/** A task with two guides and a watch page. */
export const task = (kind: Task['step']['kind'], state: TaskState): Task => ({
  state,
  to_confirm: 0,
  step: {
    kind,
    title: kind,
    hint: '',
    findings: [],
    pages: [page(`${kind}/one`, 'guide'), page(`${kind}/two`, 'guide'), page(`${kind}/check`, 'watch')],
  },
});

export const connection = (tasks: Task[], more: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'one',
  name: 'Exampla',
  profile: {
    id: 'exampla',
    name: 'Exampla',
    maker: 'Exampla Ltd',
    category: 'Documentation',
    summary: 'Keeps notes in step.',
    keywords: ['wiki'],
    uses: [],
    minutes: 10,
    scopes: 2,
    agent: true,
    application: true,
    vendor_side: true,
    completeness: 'full',
    origin: 'built-in',
  },
  tasks,
  typed_address: null,
  halo: null,
  halo_confirmed: false,
  on_premises: null,
  client_id: null,
  secret: { stored: true, session_only: false, pending: false, keychain: 'the keychain' },
  ticks: [],
  confirmed: {},
  answers: { choices: {}, ticket_types: {}, teams: [], expected_customers: null },
  last_check: null,
  standing: {
    state: 'never-checked',
    checked: null,
    last_good: null,
    good_since: null,
    compared_with: null,
    compared_with_good: false,
    changes: [],
    obstacle: null,
  },
  checked_all: false,
  report: null,
  place: null,
  ...more,
});

export const finding = (id: string, status: Status, more: Partial<Finding> = {}): Finding => ({
  id,
  status,
  code: null,
  evidence: 'api',
  title: id,
  detail: '',
  why: null,
  fix: null,
  ...more,
});
