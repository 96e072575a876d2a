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
];
