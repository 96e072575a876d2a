/**
 * What the page needs of the program behind it: one typed question and answer. The commands and their types are generated
 * (`contract.gen.ts`); who carries the question is decided in `index.ts`. No component talks to a carrier directly.
 */
import type { CommandError, Commands } from './contract.gen';

export type CommandName = keyof Commands & string;
export type Request<K extends CommandName> = Commands[K]['request'];
export type Reply<K extends CommandName> = Commands[K]['reply'];

export interface Backend {
  /** Asks `name`; rejects with a `CommandFailed` and with nothing else. */
  call<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K>>;
}

/** `unanswered`: no answer arrived, or not one this page can read. The rest is what the program says of itself. */
export type FailureCode = CommandError['code'] | 'unanswered';

/**
 * Halyard could not do what it was asked. `code` decides what the page does; the message is ready to be shown unless the code is
 * `unanswered`, for which the catalogue has the words. Nobody matches on text.
 */
export class CommandFailed extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'CommandFailed';
    this.code = code;
  }
}

/** Turns whatever a carrier threw into a `CommandFailed`. */
export function toCommandFailed(thrown: unknown): CommandFailed {
  if (isCommandError(thrown)) return new CommandFailed(thrown.code, thrown.message);
  return new CommandFailed('unanswered', thrown instanceof Error ? thrown.message : String(thrown));
}

function isCommandError(value: unknown): value is CommandError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
