/**
 * Another product's server on loopback, as a list of companies is read from it: page by page, with a key in a header. What it answers
 * with is the test's to change.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** Most companies on one page. */
const PAGE = 25;

export class Companies {
  readonly address: string;
  /** The key that it takes. */
  readonly key = 'practice-key-of-the-other-product';
  /** The keys it was shown, one for each request. */
  readonly shown: (string | undefined)[] = [];
  /** What it has. */
  names: string[] = ['Alpha', 'Beta', 'Gamma'];

  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.address = `http://127.0.0.1:${port}`;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const key = request.headers['x-api-key'];
      this.shown.push(Array.isArray(key) ? key[0] : key);
      const [status, body] = this.#answer(new URL(request.url ?? '/', this.address), key);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  }

  static async start(): Promise<Companies> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
    return new Companies(server, address.port);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #answer(url: URL, key: unknown): [number, object] {
    if (key !== this.key) return [401, { error: 'Unauthorized' }];
    if (url.pathname !== '/api/v1/companies') return [404, { error: 'Not found' }];
    const from = (Number(url.searchParams.get('page') ?? 1) - 1) * PAGE;
    const named = this.names.slice(from, from + PAGE);
    return [200, { companies: named.map((name, index) => ({ id: from + index + 1, name })) }];
  }
}
