/** Findings on the page: in groups, in words, in the shape the cards take. The engine's order is kept everywhere. */
import type { Finding, Status, Summary } from '$lib/backend';
import type { ShownFinding } from '$lib/components/finding';
import { text } from '$lib/text';

export interface Group {
  status: Status;
  findings: Finding[];
}

/** What needs a hand first, what is right last. */
export const GROUP_ORDER: readonly Status[] = ['failed', 'warning', 'to_confirm', 'unknown', 'passed'];

export function groups(findings: readonly Finding[]): Group[] {
  return GROUP_ORDER.map((status) => ({
    status,
    findings: findings.filter((finding) => finding.status === status),
  })).filter((group) => group.findings.length > 0);
}

export function shown(finding: Finding): ShownFinding {
  const { id, status, title, detail, why, fix } = finding;
  return {
    id,
    status,
    title,
    detail,
    ...(why === null ? {} : { why }),
    ...(fix === null
      ? {}
      : { fix: { text: fix.text, path: fix.path, ...(fix.link === null ? {} : { link: fix.link }) } }),
  };
}

/** "2 things to fix"; "Everything Halo can prove is right; 9 things to confirm by looking". */
export function headline(summary: Summary): string {
  const words = text.checks.proof;
  const rest = [
    summary.warning > 0 ? words.warn(summary.warning) : null,
    summary.to_confirm > 0 ? words.confirm(summary.to_confirm) : null,
    summary.unknown > 0 ? words.unknown(summary.unknown) : null,
  ].filter((part) => part !== null);
  const first =
    summary.failed > 0
      ? words.fix(summary.failed)
      : summary.passed === 0
        ? words.notLooked
        : rest.length === 0
          ? words.allRight
          : words.right;
  return [first, ...rest].join('; ');
}

/** What was looked at first: it can only be judged anew together with what it depends on. */
export const confirmedByAdmin = (finding: Finding) =>
  finding.status === 'passed' && finding.evidence === 'confirmed';
