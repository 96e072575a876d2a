/** WCAG 2.2 A and AA by axe, with a failure text one can act on. */
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One line a violation and place: rule, what is wrong, the element. Empty when nothing was found. */
export async function violations(context: Element = document.body): Promise<string[]> {
  const results = await axe.run(context, { runOnly: { type: 'tag', values: TAGS } });
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.failureSummary ?? violation.help} — ${node.html}`),
  );
}
