/**
 * A session bus on which nothing is started on demand.
 *
 * The machine's own bus configuration would start keychains, portals and accessibility services that
 * outlive a test and answer in its place. On this bus there is only what the test has put there.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { Running } from './process.ts';

const configuration = (folder: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export interface SessionBus {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a bus whose socket and configuration are in `folder`. */
export async function startSessionBus(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<SessionBus> {
  const file = path.join(folder, 'session-bus.conf');
  await writeFile(file, configuration(folder));
  const running = new Running({
    command: 'dbus-daemon',
    arguments: [`--config-file=${file}`, '--nofork', '--nopidfile', '--print-address=1'],
    env,
  });
  try {
    return { address: await running.line(), stop: () => running.stop() };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
