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
  expect(container.querySelectorAll('[style], style, script')).toHaveLength(0);
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
