/** The clipboard of a test's own screen, as another program sees it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { Running } from './process.ts';

const run = promisify(execFile);
type Environment = Readonly<Record<string, string>>;

/** What is on the clipboard as this kind; undefined when there is nothing of it. */
export async function clipboard(env: Environment, kind = 'UTF8_STRING'): Promise<string | undefined> {
  const answer = run('xclip', ['-selection', 'clipboard', '-out', '-target', kind], { env, timeout: 5_000 });
  return answer.then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

/** Copies a text in another program, which holds it until it is stopped. */
export function copyElsewhere(env: Environment, text: string): Running {
  return new Running({
    command: 'xclip',
    arguments: ['-selection', 'clipboard', '-in', '-quiet'],
    env,
    input: text,
  });
}
