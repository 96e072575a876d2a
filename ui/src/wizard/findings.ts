/** Findings on the page: in groups, in words, in the shape the cards take. The engine's order is kept everywhere. */
import type { Finding, Fix, Status, Summary } from '$lib/backend';
import type { ShownFinding } from '$lib/components/finding';
import { text } from '$lib/text';

export interface Group {
  status: Status;
  findings: Finding[];
}

/** What needs a hand first, what is right last. */
export const GROUP_ORDER: readonly Status[] = ['failed', 'warning', 'to_confirm', 'unknown', 'passed'];

/** The admin has looked and said so. */
const isConfirmed = (finding: Finding) => finding.status === 'passed' && finding.evidence === 'confirmed';

/** What was confirmed stays with what is to be confirmed: a tick does not make its line jump away, and can be taken back. */
const groupOf = (finding: Finding): Status => (isConfirmed(finding) ? 'to_confirm' : finding.status);

export function groups(findings: readonly Finding[]): Group[] {
  return GROUP_ORDER.map((status) => ({
    status,
    findings: findings.filter((finding) => groupOf(finding) === status),
  })).filter((group) => group.findings.length > 0);
}

/** How things stand in one word. No findings are no pass. */
export type Standing = 'nothing' | 'failed' | 'unknown' | 'look' | 'good';

export function standing(findings: readonly Finding[]): Standing {
  const has = (status: Status) => findings.some((finding) => finding.status === status);
  if (findings.length === 0) return 'nothing';
  if (has('failed')) return 'failed';
  if (has('unknown')) return 'unknown';
  return has('to_confirm') || has('warning') ? 'look' : 'good';
}

/** Things to look at on one screen of Halo. */
export interface PlaceToLook {
  path: string[];
  link: string | null;
  lines: { id: string; title: string; text: string; detail: string; isConfirmed: boolean }[];
}

/** What is to be confirmed, by the screen it is on, in the order of the findings. */
export function byPlace(findings: readonly Finding[]): PlaceToLook[] {
  const places: PlaceToLook[] = [];
  for (const finding of findings) {
    const path = finding.fix?.path ?? [];
    const link = finding.fix?.link ?? null;
    let place = places.find((one) => one.link === link && one.path.join('›') === path.join('›'));
    if (!place) places.push((place = { path, link, lines: [] }));
    place.lines.push({
      id: finding.id,
      title: finding.title,
      text: [finding.fix?.text, finding.why].filter(Boolean).join(' '),
      detail: finding.detail,
      isConfirmed: isConfirmed(finding),
    });
  }
  return places;
}

export function shown(finding: Finding): ShownFinding {
  const { id, status, title, detail, why, fix } = finding;
  return {
    id,
    status,
    title,
    detail,
    ...(why === null ? {} : { why }),
    ...(fix === null ? {} : { fix: shownFix(fix) }),
  };
}

const shownFix = ({ text, path, link, causes, advice }: Fix): NonNullable<ShownFinding['fix']> => ({
  text,
  path,
  ...(link === null ? {} : { link }),
  ...(advice === null ? {} : { advice }),
  causes: causes.map(({ id, title, clue, tell, remedy, path }) => ({
    id,
    title,
    tell,
    remedy,
    path,
    ...(clue === null ? {} : { clue }),
  })),
});

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
