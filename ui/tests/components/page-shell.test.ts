import { createRawSnippet } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PageShell from '$lib/components/PageShell.svelte';

const fields = Array.from({ length: 30 }, (_, n) => `<p><label>Field ${n} <input id="f${n}" /></label></p>`);
const children = createRawSnippet(() => ({ render: () => `<div>${fields.join('')}</div>` }));
const footer = createRawSnippet(() => ({ render: () => '<button type="submit">Continue</button>' }));

const onsubmit = vi.fn();
const onback = vi.fn();
const props = () => ({
  pageKey: 'agent',
  title: 'Create the agent',
  caption: 'Step 3 of 7',
  back: { label: 'Back', onclick: onback },
  children,
  footer,
  onsubmit,
});

beforeEach(async () => {
  onsubmit.mockReset();
  onback.mockReset();
  await page.viewport(520, 700);
});

const heading = () => page.getByRole('heading', { level: 1 });

it('gives the heading the focus when the page opens and whenever it changes, from the top', async () => {
  const screen = await render(PageShell, props());
  await expect.element(heading()).toHaveFocus();
  document.getElementById('f29')?.focus();
  expect(document.querySelector('main')?.scrollTop).toBeGreaterThan(0);

  await screen.rerender({ pageKey: 'application', title: 'Create the application' });
  await expect.element(heading()).toHaveTextContent('Create the application');
  await expect.element(heading()).toHaveFocus();
  expect(document.querySelector('main')?.scrollTop).toBe(0);
});

it('leaves the focus alone when only the content changes', async () => {
  const screen = await render(PageShell, props());
  await expect.element(heading()).toHaveFocus();
  document.getElementById('f3')?.focus();
  await screen.rerender({ caption: 'Step 3 of 8' });
  await expect.element(page.getByText('Step 3 of 8')).toBeVisible();
  expect(document.activeElement?.id).toBe('f3');
});

it('continues on Enter, from the heading and from a field', async () => {
  await render(PageShell, props());
  await expect.element(heading()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onsubmit).toHaveBeenCalledTimes(1);
  document.getElementById('f0')?.focus();
  await userEvent.keyboard('{Enter}');
  expect(onsubmit).toHaveBeenCalledTimes(2);
});

it('goes back on Alt+Left and on the link, and never on Esc', async () => {
  await render(PageShell, props());
  await userEvent.keyboard('{Escape}');
  expect(onback).not.toHaveBeenCalled();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(onback).toHaveBeenCalledTimes(1);
  await page.getByRole('button', { name: 'Back' }).click();
  expect(onback).toHaveBeenCalledTimes(2);
});

it('never hides what has the focus behind its footer', async () => {
  await render(PageShell, props());
  const top = document.querySelector('footer')?.getBoundingClientRect().top ?? 0;
  for (let n = 0; n < 30; n++) {
    const field = document.getElementById(`f${n}`);
    field?.focus();
    expect(field?.getBoundingClientRect().bottom).toBeLessThanOrEqual(top);
  }
});
