/**
 * The carrier for the development host and the browser tests: the same commands as JSON over the page's own origin.
 * Inside the desktop window it is never chosen, and the page's policy would refuse it.
 */
import { toCommandFailed, type Backend } from './backend';

export const httpBackend: Backend = {
  async call(name, request) {
    let body: unknown;
    let ok: boolean;
    try {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        redirect: 'error',
      });
      ok = response.ok;
      const text = await response.text();
      body = text === '' ? null : JSON.parse(text);
    } catch (thrown) {
      throw toCommandFailed(thrown);
    }
    if (!ok) throw toCommandFailed(body);
    return body as never;
  },
};
