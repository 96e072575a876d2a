import { createRawSnippet } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Button from '$lib/components/Button.svelte';
import CopyRow from '$lib/components/CopyRow.svelte';
import Countdown from '$lib/components/Countdown.svelte';
import Dialog from '$lib/components/Dialog.svelte';
import FindingCard from '$lib/components/FindingCard.svelte';
import Progress from '$lib/components/Progress.svelte';
import { text } from '$lib/text';
import { findings, lookAlikes } from '../../src/gallery/samples';

afterEach(() => vi.useRealTimers());

const words = (content: string) => createRawSnippet(() => ({ render: () => `<span>${content}</span>` }));
/** The last one: a button inside has its own, for when it is busy. */
const status = () => page.getByRole('status').last();

it('copies the exact value, says so, and says when it did not work', async () => {
  const oncopy = vi.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
  await render(CopyRow, { label: 'Tenant', value: ' acme ', words: text.copy, oncopy });
  const button = page.getByRole('button', { name: /Tenant/ });
  await button.click();
  await expect.element(status()).toHaveTextContent(/Could not copy/);
  await button.click();
  expect(oncopy).toHaveBeenLastCalledWith(' acme ');
  await expect.element(status()).toHaveTextContent('Copied: Tenant');
  await expect.element(button).toHaveTextContent('Copied');
});

it('takes one press while busy is over, none while it lasts, and says what it does', async () => {
  const onclick = vi.fn();
  const screen = await render(Button, { children: words('Check again'), busy: 'Checking', onclick });
  await page.getByRole('button').click({ force: true });
  expect(onclick).not.toHaveBeenCalled();
  await expect.element(status()).toHaveTextContent('Checking');
  await screen.rerender({ busy: undefined });
  await page.getByRole('button', { name: 'Check again' }).click();
  expect(onclick).toHaveBeenCalledOnce();
});

it('shows the clipboard being cleared, and starts again when it is filled again', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date', 'setInterval', 'clearInterval'] });
  const onagain = vi.fn();
  const screen = await render(Countdown, { endsAt: 60_000, words: text.clipboard, onagain });
  await expect.element(status()).toHaveTextContent('60 seconds');
  // Not every second is read out.
  vi.advanceTimersByTime(30_000);
  await expect.element(status()).toHaveTextContent('60 seconds');
  vi.advanceTimersByTime(20_000);
  await expect.element(status()).toHaveTextContent('10 seconds');
  vi.advanceTimersByTime(10_000);
  await expect.element(status()).toHaveTextContent(text.clipboard.over);
  await page.getByRole('button', { name: 'Copy again' }).click();
  expect(onagain).toHaveBeenCalledOnce();
  await screen.rerender({ endsAt: 120_000 });
  await expect.element(status()).toHaveTextContent('60 seconds');
});

it('asks before it removes: Esc is the harmless answer, and the focus comes back', async () => {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  const oncancel = vi.fn();
  const onconfirm = vi.fn();
  const screen = await render(Dialog, {
    isOpen: true,
    title: 'Remove it?',
    words: { cancel: 'Keep it', confirm: 'Remove' },
    look: 'danger',
    children: words('Nothing changes in Halo.'),
    oncancel,
    onconfirm,
  });
  await expect.element(page.getByRole('dialog', { name: 'Remove it?' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(oncancel).toHaveBeenCalledOnce();
  expect(onconfirm).not.toHaveBeenCalled();
  await screen.rerender({ isOpen: false });
  expect(document.activeElement).toBe(opener);
  opener.remove();
});

it('names the host before a link is opened, and offers "I have looked" only where Halo cannot be asked', async () => {
  const onopen = vi.fn();
  const onconfirm = vi.fn();
  const [failed, , toConfirm] = findings;
  if (!failed || !toConfirm) throw new Error('the samples have these');
  const props = { words: text.finding, onopen, onagain: () => undefined, onconfirm };
  const screen = await render(FindingCard, { finding: failed, ...props });
  await page.getByRole('button', { name: 'Open this page (acme.halopsa.com)' }).click();
  expect(onopen).toHaveBeenCalledWith(failed.fix?.link);
  await expect.element(page.getByRole('button', { name: /I have looked/ })).not.toBeInTheDocument();

  await screen.rerender({ finding: toConfirm });
  await page.getByRole('button', { name: /I have looked/ }).click();
  expect(onconfirm).toHaveBeenCalledOnce();

  const path = failed.fix?.path ?? [];
  await screen.rerender({ finding: { ...failed, fix: { text: 'x', path, link: 'javascript:alert(1)' } } });
  await expect.element(page.getByRole('button', { name: /Open this page/ })).not.toBeInTheDocument();
});

it('shows the likeliest of several causes, and the others behind it', async () => {
  await render(FindingCard, {
    finding: lookAlikes,
    words: text.finding,
    onopen: () => undefined,
  });
  await expect.element(page.getByText('Somebody generated a new Client Secret since')).toBeVisible();
  await expect.element(page.getByText('This Client ID has worked before.').first()).toBeVisible();
  await expect.element(page.getByText('copy both values with the buttons')).toBeVisible();
  await expect.element(page.getByText('The Tenant is another one')).not.toBeVisible();
  await page.getByText('If it is not that: 2 other causes').click();
  await expect.element(page.getByText('The Tenant is another one')).toBeVisible();
  await expect.element(page.getByText('Go through these in order')).not.toBeInTheDocument();
});

it('counts what is judged, and offers Cancel only while there is something to cancel', async () => {
  const oncancel = vi.fn();
  const screen = await render(Progress, {
    label: 'Checking',
    items: [
      { id: 'a', label: 'Address', state: 'passed' },
      { id: 'b', label: 'Teams', state: 'running' },
    ],
    summary: '1 of 2 checks done',
    words: text.progress,
    oncancel,
  });
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '1');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(oncancel).toHaveBeenCalledOnce();
  await screen.rerender({
    items: [
      { id: 'a', label: 'Address', state: 'passed' },
      { id: 'b', label: 'Teams', state: 'failed' },
    ],
    summary: '2 of 2 checks done',
  });
  await expect.element(status()).toHaveTextContent('2 of 2 checks done');
  await expect.element(page.getByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
});
