import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { applyTheme } from '$lib/design/theme';
import Gallery from '../src/gallery/Gallery.svelte';
import { violations } from './accessibility';

const widths = [520, 360, 1200];
const themes = ['light', 'dark'] as const;

describe.each(themes)('the gallery in the %s theme', (theme) => {
  it.each(widths)('has nothing axe objects to at %i px', async (width) => {
    await page.viewport(width, 820);
    // Before anything is drawn, as the shell does it: nothing is then half-way between two colours.
    applyTheme(theme);
    await render(Gallery, { theme, only: null });
    await document.fonts.ready;
    expect(getComputedStyle(document.documentElement).colorScheme).toBe(theme);
    expect(await violations()).toEqual([]);
  });
});

describe('reflow', () => {
  const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

  it.each([
    [320, '100%'],
    [360, '100%'],
    [520, '200%'],
    [360, '200%'],
  ])('needs no scrolling sideways at %i px with text at %s', async (width, size) => {
    await page.viewport(width, 820);
    document.documentElement.style.fontSize = size;
    await render(Gallery, { theme: 'light', only: null });
    const edge = document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll('#app, body *')].filter(
      (element) => element.getBoundingClientRect().right > edge + 1 && element.checkVisibility(),
    );
    expect(beyond.map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
    expect(sideways()).toBeLessThanOrEqual(0);
  });

  it('would notice something too wide', async () => {
    await page.viewport(360, 820);
    const { container } = await render(Gallery, { theme: 'light', only: 'actions' });
    const wide = document.createElement('div');
    wide.style.cssText = 'width: 900px; height: 1px';
    container.append(wide);
    expect(sideways()).toBeGreaterThan(0);
  });
});

it('finds what is wrong when something is', async () => {
  const bad = document.createElement('div');
  bad.innerHTML = '<p>faint</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" /><input />';
  const paragraph = bad.querySelector('p');
  if (paragraph) paragraph.style.cssText = 'color: #aaa; background: #fff';
  document.body.append(bad);
  const found = (await violations(bad)).join('\n');
  bad.remove();
  expect(found).toContain('color-contrast');
  expect(found).toContain('image-alt');
  expect(found).toContain('label');
});

it('writes no style attribute and no style element, as the policy of the page demands', async () => {
  const { container } = await render(Gallery, { theme: 'light', only: null });
  // Where the rows of a long list stand is set by script as numbers, which the policy lets through.
  const written = [...container.querySelectorAll('[style], style, script')].filter(
    (element) => !element.closest('[role=rowgroup]'),
  );
  expect(written).toEqual([]);
  for (const row of container.querySelectorAll<HTMLElement>('[role=rowgroup] [style]')) {
    expect(row.getAttribute('style')).toMatch(/^(transform: translateY\([\d.]+px\)|height: [\d.e+]+px);$/);
  }
});

it('gives every control a target of at least 24 px', async () => {
  const { container } = await render(Gallery, { theme: 'light', only: null });
  const controls = [...container.querySelectorAll<HTMLElement>('button, input, select, summary')].filter(
    (control) => control.checkVisibility(),
  );
  expect(controls.length).toBeGreaterThan(30);
  const small = controls.filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width < 24 || height < 24;
  });
  expect(small.map((control) => control.outerHTML)).toEqual([]);
});

describe.each([
  ['light', 520, 820, '100%'],
  ['dark', 520, 820, '100%'],
  ['light', 360, 740, '200%'],
  ['dark', 1200, 500, '100%'],
] as const)('sheets in the %s theme at %i by %i px with text at %s', (theme, width, height, size) => {
  it.each(['short', 'long'])(
    'the %s one keeps within the window, title and buttons in reach',
    async (which) => {
      await page.viewport(width, height);
      document.documentElement.style.fontSize = size;
      applyTheme(theme);
      await render(Gallery, { theme, only: 'lists' });
      await page.getByRole('button', { name: `Open a ${which} sheet` }).click();
      const sheet = page.getByRole('dialog');
      await expect.element(sheet).toBeVisible();
      expect(await violations(sheet.element())).toEqual([]);
      const box = sheet.element().getBoundingClientRect();
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.bottom).toBeLessThanOrEqual(height);
      expect(sheet.element().scrollWidth).toBeLessThanOrEqual(sheet.element().clientWidth);
      const button = page.getByRole('button', { name: 'Use this one' });
      if (size === '100%') {
        expect(button.element().getBoundingClientRect().bottom, 'in sight at once').toBeLessThan(box.bottom);
        const title = page.getByRole('heading', { name: /What belongs to/ });
        expect(title.element().getBoundingClientRect().top).toBeGreaterThan(box.top);
      }
      await button.click();
      await expect.element(sheet).not.toBeInTheDocument();
    },
  );
});

it('puts the headings of a narrow table on one line over its only column', async () => {
  await page.viewport(360, 820);
  await render(Gallery, { theme: 'light', only: 'lists' });
  const headings = [...document.querySelectorAll('[role=columnheader]')].slice(0, 2);
  const tops = headings.map((heading) => Math.round(heading.getBoundingClientRect().top));
  expect(tops[0]).toBe(tops[1]);
  const cells = [...document.querySelectorAll('[data-index="0"] [role=gridcell]')].slice(0, 2);
  const [first, second] = cells.map((cell) => cell.getBoundingClientRect());
  expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? Infinity);
});
