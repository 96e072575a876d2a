import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Checklist from '$lib/components/Checklist.svelte';
import TaskList from '$lib/components/TaskList.svelte';
import { text } from '$lib/text';

const item = (id: string, checked: boolean) => ({ id, label: `Permission ${id}`, value: 'Yes', checked });
const sections = [
  { id: 'one', title: 'Feature Access', items: [item('a', true), item('b', false)] },
  { id: 'two', title: 'Tickets', items: [item('c', false)] },
];

const tick = (name: RegExp | string) => page.getByRole('checkbox', { name });

it('walks the whole checklist with the keyboard', async () => {
  const onchange = vi.fn();
  await render(Checklist, { sections, words: text.checklist, onchange });
  await userEvent.keyboard('{Tab}');
  await expect.element(tick(/All in this section Feature Access/)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(tick(/Permission b/)).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(onchange).toHaveBeenLastCalledWith(['b'], true);
  await userEvent.keyboard('{End}');
  await expect.element(tick(/Permission c/)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(tick(/Permission c/)).toHaveFocus();
  await userEvent.keyboard('{Home}');
  await expect.element(tick(/All in this section Feature Access/)).toHaveFocus();
});

it('ticks a whole section, and shows when it is half done', async () => {
  const onchange = vi.fn();
  await render(Checklist, { sections, words: text.checklist, onchange });
  const all = tick(/All in this section Feature Access/);
  await expect.element(all).toBePartiallyChecked();
  await all.click();
  expect(onchange).toHaveBeenLastCalledWith(['a', 'b'], true);
  await expect.element(page.getByText('1 of 2 done')).toBeVisible();
});

it('opens a task by mouse and by Enter, says its state with its name, and offers none that cannot start', async () => {
  const onopen = vi.fn();
  await render(TaskList, {
    tasks: [
      { id: 'halo', title: 'Your Halo', status: 'problem' },
      { id: 'proof', title: 'The proof', status: 'cannot_start' },
    ],
    words: text.hub.states,
    onopen,
  });
  const link = page.getByRole('link', { name: 'Your Halo' });
  await expect.element(link).toHaveAccessibleDescription('There is a problem');
  await link.click();
  await userEvent.keyboard('{Enter}');
  expect(onopen.mock.calls).toEqual([['halo'], ['halo']]);
  expect(location.hash, 'a task is a callback, not an address').toBe('');
  expect(page.getByRole('link').all()).toHaveLength(1);
  await expect.element(page.getByText('Cannot start yet')).toBeVisible();
});

it('opens a task wherever its row is pressed', async () => {
  const onopen = vi.fn();
  await render(TaskList, {
    tasks: [{ id: 'halo', title: 'Your Halo', status: 'completed' }],
    words: text.hub.states,
    onopen,
  });
  const row = document.querySelector('li')?.getBoundingClientRect();
  const target = row && document.elementFromPoint(row.right - 12, row.bottom - 6);
  expect(target?.tagName).toBe('A');
});
