/** Every kind of step and every kind of field, in a product that comes from a file: drawn, gone through, and for everybody. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

import { accessibilityProblems } from '../support/axe.ts';
import { root } from '../support/paths.ts';
import { expect, test } from './fixtures.ts';
import { marigold } from './marigold.ts';
import { call } from './prepare.ts';
import { Walk } from './walk.ts';
import type { DevHost } from '../support/dev-host.ts';

/** Keeps a profile file and begins a connection with it. */
async function begin(page: Page, host: DevHost, name: string, contents: string): Promise<Walk> {
  const walk = new Walk(page, host);
  await page.goto('/');
  await walk.button('Connect a product').click();
  await host.choose(name, contents);
  await walk.button('Open a profile file').click();
  await walk.button('Keep this profile').click();
  return walk;
}

/** A picture of the whole page, also of what one would have to scroll to. */
async function whole(page: Page): Promise<Buffer> {
  const before = page.viewportSize() ?? { width: 520, height: 820 };
  const height = await page.evaluate(
    () => 400 + Math.max(...[...document.querySelectorAll('body *')].map((element) => element.scrollHeight)),
  );
  await page.setViewportSize({ ...before, height });
  const picture = await page.screenshot();
  await page.setViewportSize(before);
  return picture;
}

/** What is on the pages of the steps by hand, page by page. */
const STEPS: Record<string, string[]> = {
  'See to the licence: the plan Marigold Plus': ['A licence or a right', 'Make sure that you have the plan'],
  'Install the Marigold collector': ['Software to install', 'Open this page (marigold.example)'],
  'Switch off the older Marigold add-on': ['Must be off first'],
  'Read the guide for the permissions of the agent': ['To be read in the guide', 'help.marigold.example'],
  'Create the agent Marigold Helper as well': ['A further agent', 'helper@marigold.example'],
  'Create the application Marigold Reports as well': ['A further application', 'read:reporting'],
  'Look up the id of the ticket type Incident': ['To look up and note'],
  'Create the custom button Send to Marigold': [
    'A custom button',
    'https://app.marigold.example/send/$FAULTID',
  ],
  'Create the custom field Marigold brand': ['A custom field', 'Do this again for each brand.'],
  'Create the rule Marigold closes': ['A rule', 'Ticket Reopened'],
  'Create the custom integration Marigold bridge': ['A custom integration', 'Invoice Created'],
  'Create the record Marigold Nobody': ['A record', 'No mail is sent there.'],
  'Allow addresses to call HaloPSA': ['Addresses to allow (CORS)', 'https://app.marigold.example'],
  'Allow the addresses of Marigold Desk': ['Addresses to allow', '198.51.100.0/24'],
  'Create the webhook Marigold': [
    'A webhook',
    'Payload URL',
    'New Ticket Logged',
    'How you know that it worked',
  ],
  'Create the custom tab Marigold': [
    'A custom tab',
    'https://{your-domain}.marigold.example/ticket/$FAULTID',
  ],
  'Test the connection': ['A test', 'Press Test.'],
  'Invite your technicians': ['Done by hand', 'Send the invitations.'],
};

const FORM_PAGE = 'Fill in the form of Marigold Desk';

/** What is on the page of the form. */
const FORM = [
  'Server',
  'Billing',
  'You choose any of these:',
  'One of these; the marked one is usual:',
  'May stay empty',
  'Only there when Frequency is monthly.',
  'Enter it there alone. Halyard neither asks for it nor keeps it.',
  'Leave this as Marigold Desk has it',
  'Go to “Create the webhook Marigold”',
  'At the end, select Test and Save.',
];

test(
  'every kind of step and field is drawn, up to the form and beyond',
  { tag: '@themes' },
  async ({ page, host }, info) => {
    test.setTimeout(180_000);
    const walk = await begin(page, host, 'marigold.toml', marigold);
    await expect(page.getByText('how a brand is named')).toBeVisible();
    await walk.button('Start').click();
    await expect(walk.tasks).toBeVisible();

    const left = new Map(Object.entries(STEPS));
    const problems: string[] = [];
    await walk.through('marigold', async (heading) => {
      const wanted = left.get(heading);
      const isForm = heading === FORM_PAGE;
      for (const words of wanted ?? (isForm ? FORM : []))
        await expect(page.getByText(words).first(), `${heading}: ${words}`).toBeVisible();
      if (wanted || isForm) {
        problems.push(...(await accessibilityProblems(page)).map((problem) => `${heading}: ${problem}`));
        await info.attach(heading, {
          body: await whole(page),
          contentType: 'image/png',
        });
      }
      if (wanted) await page.getByRole('checkbox').check();
      if (await walk.button('Save the report').isVisible()) {
        await page.getByText('How to take everything out again').click();
        await expect(page.getByText('Open Settings > Danger zone.')).toBeVisible();
      }
      left.delete(heading);
    });
    expect([...left.keys()], 'steps that never came').toEqual([]);
    expect(problems).toEqual([]);

    const [connection] = await call<{ id: string }[]>(host, 'connections', {});
    const { confirmed } = await call<{ confirmed: object }>(host, 'connection', {
      connection: connection?.id,
    });
    expect(Object.keys(confirmed)).toHaveLength(Object.keys(STEPS).length);
  },
);

test('a value the vendor shows leads to the step that needs it', async ({ page, host }) => {
  const walk = await begin(page, host, 'lantern.toml', lantern());
  await walk.button('Start').click();
  await expect(walk.tasks).toBeVisible();
  await walk.through('lantern', async () => {
    const lead = walk.button('Go to “Create the webhook Lantern”');
    if (!(await lead.isVisible())) return;
    const form = await walk.heading.innerText();
    await lead.click();
    await expect(walk.heading).toHaveText('Create the webhook Lantern');
    await walk.button('All tasks').click();
    await page.getByRole('link', { name: form }).click();
    await expect(walk.heading).toHaveText(form);
  });
  await expect(page.getByText('Every task has been gone through.')).toBeVisible();
});

test('the form and a webhook need no scrolling sideways with text at twice the size', async ({
  page,
  host,
}, info) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'));
  });
  const walk = await begin(page, host, 'marigold.toml', marigold);
  await walk.button('Start').click();
  await expect(walk.tasks).toBeVisible();
  const wide: string[] = [];
  await walk.through('marigold', async (heading) => {
    const beyond = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth + 1;
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > edge && element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 100));
    });
    wide.push(...beyond.map((element) => `${heading}: ${element}`));
    if (heading in STEPS || heading === FORM_PAGE)
      await info.attach(heading, {
        body: await whole(page),
        contentType: 'image/png',
      });
  });
  expect(wide).toEqual([]);
});

/** The invented product of the plan's own tests: it signs in with no secret, so nothing may wait for one. */
function lantern(): string {
  return readFileSync(path.join(root, 'crates/setup/tests/it/planning/lantern.toml'), 'utf8');
}
