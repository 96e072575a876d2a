import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ErrorSummary from '$lib/components/ErrorSummary.svelte';
import RadioGroup from '$lib/components/RadioGroup.svelte';
import SecretField from '$lib/components/SecretField.svelte';
import TextField from '$lib/components/TextField.svelte';
import { text } from '$lib/text';

it('ties label, hint and error to the input and keeps what was typed', async () => {
  const oninput = vi.fn();
  const screen = await render(TextField, {
    id: 'address',
    label: 'Address',
    value: 'acme',
    oninput,
    hint: 'A hint',
  });
  const field = page.getByLabelText('Address');
  await expect.element(field).toHaveAccessibleDescription('A hint');
  await userEvent.type(field, '!');
  expect(oninput).toHaveBeenLastCalledWith('acme!');

  await screen.rerender({ error: 'Enter the whole address' });
  await expect.element(field).toHaveAccessibleDescription('Enter the whole address A hint');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field).toHaveValue('acme!');

  await screen.rerender({ error: undefined });
  await expect.element(field).not.toHaveAttribute('aria-invalid');
});

it('takes the focus when problems appear and when they change, and leads to the field', async () => {
  const field = document.createElement('input');
  field.id = 'the-field';
  document.body.append(field);
  const screen = await render(ErrorSummary, { title: 'There is a problem', errors: [] });
  expect(document.activeElement).toBe(document.body);

  await screen.rerender({ errors: [{ fieldId: 'the-field', message: 'Enter an address' }] });
  const box = page.getByRole('group', { name: 'There is a problem' });
  await expect.element(box).toHaveFocus();
  await page.getByRole('link', { name: 'Enter an address' }).click();
  expect(document.activeElement).toBe(field);

  await screen.rerender({ errors: [{ fieldId: 'the-field', message: 'Enter the whole address' }] });
  await expect.element(box).toHaveFocus();
  field.remove();
});

it('hides the secret until asked, says which it is, and hides it again when the form is sent', async () => {
  const form = document.createElement('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  document.body.append(form);
  await render(
    SecretField,
    { id: 'secret', label: 'Client Secret', value: 'abc', oninput: () => undefined, words: text.secret },
    { baseElement: form },
  );
  const field = page.getByLabelText('Client Secret', { exact: true });
  await expect.element(field).toHaveAttribute('type', 'password');
  await expect.element(field).not.toHaveAttribute('maxlength');

  await page.getByRole('button', { name: 'Show Client Secret' }).click();
  await expect.element(field).toHaveAttribute('type', 'text');
  await expect.element(page.getByRole('status')).toHaveTextContent(text.secret.shown);

  form.requestSubmit();
  await expect.element(field).toHaveAttribute('type', 'password');
  await expect.element(page.getByRole('button', { name: 'Show Client Secret' })).toBeVisible();
  form.remove();
});

it('takes a pasted secret whole', async () => {
  const oninput = vi.fn();
  await render(SecretField, { id: 'secret', label: 'Client Secret', value: '', oninput, words: text.secret });
  const input = document.getElementById('secret') as HTMLInputElement;
  const paste = new ClipboardEvent('paste', { cancelable: true, bubbles: true });
  expect(input.dispatchEvent(paste), 'nothing may stop a paste').toBe(true);
  await userEvent.fill(input, 'x'.repeat(300));
  expect(oninput).toHaveBeenLastCalledWith('x'.repeat(300));
});

it('moves between choices with the arrow keys', async () => {
  const onchange = vi.fn();
  await render(RadioGroup, {
    id: 'hosting',
    legend: 'Where?',
    choices: [
      { value: 'cloud', label: 'Hosted' },
      { value: 'own', label: 'Own server' },
    ],
    value: 'cloud',
    onchange,
  });
  await userEvent.keyboard('{Tab}{ArrowDown}');
  expect(onchange).toHaveBeenLastCalledWith('own');
});
