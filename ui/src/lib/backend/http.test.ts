import { afterEach, expect, it, vi } from 'vitest';
import { CommandFailed } from './backend';
import { httpBackend } from './http';

afterEach(() => vi.unstubAllGlobals());

function answer(body: string, status: number) {
  const fetched = vi.fn(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const failure = () => httpBackend.call('app_info', {}).catch((thrown: unknown) => thrown);

it('asks its own origin only and gives the reply back', async () => {
  const fetched = answer('{"name":"halyard","version":"0.1.0"}', 200);
  await expect(httpBackend.call('app_info', {})).resolves.toEqual({ name: 'halyard', version: '0.1.0' });
  expect(fetched).toHaveBeenCalledWith(
    '/call/app_info',
    expect.objectContaining({ method: 'POST', body: '{}', redirect: 'error' }),
  );
});

it('hands on what the program says of itself, with its code', async () => {
  answer('{"code":"keychain","message":"The keychain is locked."}', 500);
  expect(await failure()).toEqual(new CommandFailed('keychain', 'The keychain is locked.'));
});

it.each(['<html>', ''])('calls the refusal %j, which nobody can read, unanswered', async (body) => {
  answer(body, 502);
  expect(await failure()).toMatchObject({ name: 'CommandFailed', code: 'unanswered' });
});

it('calls a program that is not there unanswered, and recovers when it is', async () => {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')));
  expect(await failure()).toMatchObject({ code: 'unanswered', message: 'Failed to fetch' });
  answer('{"name":"halyard","version":"0.1.0"}', 200);
  expect(await failure()).toEqual({ name: 'halyard', version: '0.1.0' });
});
