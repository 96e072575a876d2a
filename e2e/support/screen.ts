/** A screen in memory (Xvfb), of its own for each test. */
import { Running } from './process.ts';

export interface Screen {
  /** The value of `DISPLAY`. */
  readonly display: string;
  stop(): Promise<void>;
}

/** Starts a screen that picks a free number itself. */
export async function startScreen(): Promise<Screen> {
  const running = new Running({
    command: 'Xvfb',
    arguments: ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  try {
    return { display: `:${await running.line()}`, stop: () => running.stop() };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
