/** Brings a connection to where a test begins, by the same commands the page uses. */
import type { DevHost } from '../support/dev-host.ts';

interface Rehearsal {
  readonly address: string;
  readonly client_ids: Readonly<Record<string, string>>;
}

/** Asks one command. */
export async function call<Reply>(host: DevHost, command: string, request: object): Promise<Reply> {
  const reply = await fetch(`${host.address}/call/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!reply.ok) throw new Error(`${command} was answered with ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as Reply;
}

/** How to connect to the practice tenant. */
export async function rehearsal(host: DevHost): Promise<Rehearsal> {
  return (await call<{ rehearsal: Rehearsal }>(host, 'app_info', {})).rehearsal;
}

/** The practice secret of a product, as one would copy it in Halo. It stays on the clipboard. */
export async function copySecret(host: DevHost, profile: string): Promise<string> {
  await call(host, 'copy_practice_secret', { profile });
  const secret = await host.clipboard();
  if (secret === null) throw new Error('the practice secret is on the clipboard');
  return secret;
}

/** A connection with its Halo confirmed; the page opens at `place`. */
export async function connectHalo(host: DevHost, profile: string, place: string | null): Promise<string> {
  const { id: connection } = await call<{ id: string }>(host, 'create_connection', { profile });
  const { address } = await rehearsal(host);
  const { halo } = await call<{ halo: { authorisation_server: string; tenant: string | null } }>(
    host,
    'find_halo',
    { connection, address },
  );
  await call(host, 'confirm_halo', {
    connection,
    authorisation_server: halo.authorisation_server,
    tenant: halo.tenant ?? '',
    on_premises: false,
  });
  await call(host, 'go_to', { connection, place });
  return connection;
}

/** A connection with its credentials stored; the page opens at `place`. */
export async function connected(host: DevHost, profile: string, place: string | null): Promise<string> {
  const connection = await connectHalo(host, profile, place);
  const text = (await rehearsal(host)).client_ids[profile];
  await call(host, 'set_client_id', { connection, text });
  await copySecret(host, profile);
  const { stored } = await call<{ stored: boolean }>(host, 'paste_secret', { connection });
  if (!stored) throw new Error('the practice secret was stored');
  return connection;
}
