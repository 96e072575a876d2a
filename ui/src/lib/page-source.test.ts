import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageTitle } from './page-title';

it('has a page without inline script or style: its policy would refuse them', () => {
  const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  expect(
    [...html.matchAll(/<script([^>]*)>([^<]*)/g)].map(([, attributes, body]) => [
      /src=/.test(attributes ?? ''),
      body,
    ]),
  ).toEqual([[true, '']]);
});

it('puts the problem first in the title', () => {
  expect(pageTitle({ page: 'Your Halo', product: 'Halyard' })).toBe('Your Halo – Halyard');
  expect(pageTitle({ page: 'Your Halo', product: 'Halyard', errorPrefix: 'Error:' })).toBe(
    'Error: Your Halo – Halyard',
  );
});
