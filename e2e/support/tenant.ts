/**
 * A practice tenant in a program of its own, so that the window under test knows no more of it than of
 * any Halo: what is in the window's memory was sent there. Asked through a relay that notes the tokens.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';

import { halyard } from './paths.ts';
import { Running } from './process.ts';

interface Told {
  readonly address: string;
  readonly client_id: string;
  readonly client_secret: string;
}

export class Tenant {
  /** Where the window finds it. */
  readonly address: string;
  readonly clientId: string;
  readonly secret: string;
  /** Every token it has issued. */
  readonly tokens: string[] = [];
  readonly #process: Running;
  readonly #relay: Server;

  private constructor(process: Running, told: Told, relay: Server, address: string) {
    this.address = address;
    this.clientId = told.client_id;
    this.secret = told.client_secret;
    this.#process = process;
    this.#relay = relay;
  }

  /** A healthy tenant for this product. */
  static async start(profile: string, env: Readonly<Record<string, string>>): Promise<Tenant> {
    const process = new Running({
      command: halyard,
      arguments: ['rehearsal', '--json', '--profile', profile],
      env: { PATH: env['PATH'] ?? '', HOME: '/nonexistent' },
    });
    try {
      const told = JSON.parse(await process.line()) as Told;
      const relay = createServer().listen(0, '127.0.0.1');
      await once(relay, 'listening');
      const place = relay.address();
      if (place === null || typeof place === 'string') throw new Error('a listening server has a port');
      const tenant = new Tenant(process, told, relay, `http://127.0.0.1:${place.port}`);
      tenant.#answerFrom(told.address);
      return tenant;
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#relay.closeAllConnections();
    this.#relay.close();
    await this.#process.stop();
  }

  /** Passes everything on, and says of the tenant that it is where the relay is. */
  #answerFrom(origin: string): void {
    this.#relay.on('request', (request, answer) => {
      void (async () => {
        const method = request.method ?? 'GET';
        const body = await bodyOf(request);
        const { authorization, 'content-type': kind } = request.headers;
        const reply = await fetch(`${origin}${request.url ?? '/'}`, {
          method,
          headers: {
            ...(authorization === undefined ? {} : { authorization }),
            ...(kind === undefined ? {} : { 'content-type': kind }),
          },
          ...(body.length === 0 ? {} : { body }),
        });
        const text = (await reply.text()).replaceAll(origin, this.address);
        const token = /"access_token":"([^"]+)"/.exec(text)?.[1];
        if (token !== undefined) this.tokens.push(token);
        answer.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' });
        answer.end(text);
      })().catch(() => answer.destroy());
    });
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
