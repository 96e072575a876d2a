import { expect, it } from 'vitest';
import { linkHost } from './finding';

it.each([
  ['https://acme.halopsa.com/config/users/agents', 'acme.halopsa.com'],
  ['http://127.0.0.1:4100/x', '127.0.0.1:4100'],
  ['https://acme.halopsa.com@evil.example/', 'evil.example'],
])('shows the host %s really leads to', (link, host) => {
  expect(linkHost(link)).toBe(host);
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', '\\\\server\\share', 'not a link', ''])(
  'offers no button for %j',
  (link) => {
    expect(linkHost(link)).toBeNull();
  },
);
