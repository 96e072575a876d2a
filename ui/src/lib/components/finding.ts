/** A finding as the page shows it. The words come from the engine; the page adds none of its own to what was found. */
import type { IconName } from './icons';
import type { Tone } from './StatusTag.svelte';

export type FindingStatus = 'passed' | 'failed' | 'warning' | 'to_confirm' | 'unknown';

export interface ShownFinding {
  id: string;
  status: FindingStatus;
  title: string;
  detail: string;
  /** Why it matters to the product that is being connected. */
  why?: string;
  fix?: {
    text: string;
    path: string[];
    link?: string;
    /** Where several causes look alike: each, the likeliest first. Shown in place of `text`, which says the same. */
    causes?: ShownCause[];
    /** What the product's guide adds; in `text` as well. */
    advice?: string;
  };
}

export interface ShownCause {
  id: string;
  title: string;
  /** What the check saw that speaks for it. */
  clue?: string;
  tell: string;
  remedy: string;
  path: string[];
}

export const FINDING_LOOK: Record<FindingStatus, { icon: IconName; tone: Tone }> = {
  passed: { icon: 'tick', tone: 'good' },
  failed: { icon: 'cross', tone: 'bad' },
  warning: { icon: 'warning', tone: 'caution' },
  to_confirm: { icon: 'eye', tone: 'note' },
  unknown: { icon: 'unknown', tone: 'plain' },
};

/** The host a link leads to, shown before it is opened; `null` when the link is not one that may be opened. */
export function linkHost(link: string): string | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : null;
}
