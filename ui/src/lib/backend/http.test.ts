import { afterEach, expect, it, vi } from 'vitest';
import { CommandError } from './backend';
import { httpBackend } from './http';

afterEach(() => vi.unstubAllGlobals());

function answer(body: string, status: number) {
  const fetched = vi.fn(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

it('asks its own origin only and gives the result back', async () => {
  const fetched = answer('{"name":"halyard","version":"0.1.0"}', 200);
  await expect(httpBackend.call('app_info', null)).resolves.toEqual({ name: 'halyard', version: '0.1.0' });
  expect(fetched).toHaveBeenCalledWith(
    '/call/app_info',
    expect.objectContaining({ method: 'POST', redirect: 'error' }),
  );
});

it('hands on the error the program gave, with its code', async () => {
  answer('{"code":"keychain_locked","message":"The keychain is locked.","detail":null}', 500);
  const failure = await httpBackend.call('app_info', null).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(CommandError);
  expect((failure as CommandError).wire.code).toBe('keychain_locked');
});

it('calls an answer nobody can read internal, and keeps what was seen', async () => {
  answer('<html>', 200);
  const failure = (await httpBackend
    .call('app_info', null)
    .catch((thrown: unknown) => thrown)) as CommandError;
  expect(failure.wire.code).toBe('internal');
  expect(String(failure.wire.detail)).toContain('JSON');
});
