/** The dev host: the page and the real commands over loopback HTTP, with nothing saved beyond the test. */
import { devHost, page } from './paths.ts';
import { Running } from './process.ts';

export interface DevHost {
  /** Where the page is served. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a dev host of its own on a free port and waits until it serves. */
export async function startDevHost(): Promise<DevHost> {
  const running = new Running({
    command: devHost,
    arguments: ['--port', '0', '--page', page],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/' },
  });
  try {
    const ready = JSON.parse(await running.line()) as { address: string };
    return { address: ready.address, stop: () => running.stop() };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
