/** Findings as the engine words them, for the gallery and the tests. */
import type { ShownFinding } from '$lib/components/finding';

const agents = ['Configuration', 'Teams & Agents', 'Agents'];

/** Could not be read this time. */
export const unread: ShownFinding = {
  id: 'ticket-type:project',
  status: 'unknown',
  title: 'The ticket type “Project” exists',
  detail: 'Halo answered with a server error (503) three times, last at 14:02.',
  fix: { text: 'Wait a minute, then check again.', path: [] },
};

const application = [
  'Configuration',
  'Integrations',
  'HaloPSA API',
  'View Applications',
  'Exampla',
  'Details',
];

/** One answer of Halo’s for several causes. */
export const lookAlikes: ShownFinding = {
  id: 'credentials-refused',
  status: 'failed',
  title: 'Halo does not know this Client ID and Client Secret',
  detail: 'Halo gives one answer for several causes and does not say which it is.',
  why: 'Without a token Exampla can do nothing in Halo.',
  fix: {
    text: 'Go through these in order, the likeliest first.',
    path: application,
    link: 'https://acme.halopsa.com/config/integrations/api/applications',
    causes: [
      {
        id: 'secret-regenerated',
        title: 'Somebody generated a new Client Secret since',
        clue: 'This Client ID has worked before.',
        tell: 'Ask who else looks after the application. A new Client Secret ends the old one at once.',
        remedy: 'Select Generate, select Save, and enter the new Client Secret here and in Exampla.',
        path: application,
      },
      {
        id: 'application-inactive',
        title: 'The application is not active',
        clue: 'This Client ID has worked before.',
        tell: 'Open the application: Active has to be ticked.',
        remedy: 'Tick Active on the application and select Save.',
        path: application,
      },
      {
        id: 'tenant',
        title: 'The Tenant is another one',
        tell: 'Compare the Tenant on Halo’s API page with yours. A Halo on your own server has none.',
        remedy: 'Enter the Tenant as Halo’s API page shows it.',
        path: ['Configuration', 'Integrations', 'HaloPSA API'],
      },
    ],
    advice: 'The guide for Exampla adds: copy both values with the buttons beside them.',
  },
};

export const findings: ShownFinding[] = [
  {
    id: 'agent.teams',
    status: 'failed',
    title: 'The agent sees no team',
    detail:
      'Halo gave an empty list of teams to “Exampla API”. Your Halo has teams, so the agent is a member of none.',
    why: 'Exampla plans the work of a team. Without one it shows no projects.',
    fix: {
      text: 'Open the agent, go to Departments & Teams, choose Edit and add the teams whose projects are to be synchronised.',
      path: [...agents, 'Exampla API', 'Departments & Teams'],
      link: 'https://acme.halopsa.com/config/users/agents',
    },
  },
  {
    id: 'scopes.excess',
    status: 'warning',
    title: 'The application may do more than Exampla needs',
    detail: 'It was granted “all”. Exampla needs 8 scopes.',
    fix: {
      text: 'Untick “all” and tick the scopes listed on the page Scopes.',
      path: ['Configuration', 'Integrations', 'Halo API'],
    },
  },
  {
    id: 'agent.api_only',
    status: 'to_confirm',
    title: 'The agent is an API-only Agent',
    detail: 'Halo does not say this to an application. Look at the Details tab of the agent.',
    fix: {
      text: '“Is an API-only Agent” is ticked.',
      path: [...agents, 'Exampla API', 'Details'],
      link: 'https://acme.halopsa.com/config/users/agents',
    },
  },
  {
    id: 'credentials',
    status: 'passed',
    title: 'Halo accepts the credentials',
    detail: 'You are connected as Exampla API (agent 21).',
  },
  unread,
  lookAlikes,
];
