import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Rgb = [number, number, number];
const THEMES = ['light', 'dark'] as const;

/** Reads `--name: light-dark(#light, #dark);` lines; the first mention of a name is the default contrast. */
function readColours(css: string): Map<string, Record<'light' | 'dark', Rgb>> {
  const colours = new Map<string, Record<'light' | 'dark', Rgb>>();
  for (const [, name, light, dark] of css.matchAll(
    /--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)/g,
  )) {
    if (name && light && dark && !colours.has(name))
      colours.set(name, { light: rgb(light), dark: rgb(dark) });
  }
  return colours;
}

function rgb(hex: string): Rgb {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const colours = readColours(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));

function ratio(front: string, back: string, theme: 'light' | 'dark'): number {
  const [a, b] = [colours.get(front), colours.get(back)];
  if (!a || !b) throw new Error(`tokens.css has no colour ${a ? back : front}`);
  return contrast(a[theme], b[theme]);
}

const grounds = ['paper', 'surface', 'sunken'];
const verdicts = ['good', 'bad', 'caution', 'note', 'signal'];
const text: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-muted', ground],
    ['action', ground],
    ['action-hover', ground],
  ]),
  ...verdicts.flatMap((tone): [string, string][] => [
    [tone, 'paper'],
    [tone, 'surface'],
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
  ]),
  ['ink-muted', 'action-soft'],
  ['ink', 'action-soft'],
  ['action', 'action-soft'],
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
];
const edges: [string, string][] = [...grounds, 'action-soft'].flatMap((ground): [string, string][] => [
  ['line-strong', ground],
  ['signal', ground],
]);

describe.each(THEMES)('colours in the %s theme', (theme) => {
  it.each(text)('%s on %s can be read (4.5 : 1)', (front, back) => {
    expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)('%s on %s can be seen (3 : 1)', (front, back) => {
    expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(3);
  });
});

it('computes what WCAG computes', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast(rgb('767676'), rgb('ffffff'))).toBeCloseTo(4.54, 2);
});
