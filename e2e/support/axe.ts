/** Accessibility: what axe finds on the page as it stands, for the rules of WCAG 2.2 A and AA. */
import axe from 'axe-core';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** One line per place that breaks a rule: the rule, the element, and what to do. Empty when all is well. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe;
    return (await run.run({ runOnly: { type: 'tag', values } })).violations;
  }, RULES);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`),
  );
}
