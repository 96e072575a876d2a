/**
 * What the page needs of the program behind it: one typed question and answer. The commands and their types are generated
 * (`contract.gen.ts`); who carries the question is decided in `index.ts`. No component talks to a carrier directly.
 */
import type { Commands, WireError } from './contract.gen';

export type CommandName = keyof Commands & string;
export type Request<K extends CommandName> = Commands[K]['request'];
export type Result<K extends CommandName> = Commands[K]['result'];

export interface Backend {
  /** Asks `name`; rejects with a `CommandError` and with nothing else. */
  call<K extends CommandName>(name: K, request: Request<K>): Promise<Result<K>>;
}

/** The program could not answer. Its `wire.code` chooses the words; nobody matches on the message. */
export class CommandError extends Error {
  readonly wire: WireError;

  constructor(wire: WireError) {
    super(wire.message);
    this.name = 'CommandError';
    this.wire = wire;
  }
}

/** Turns whatever a carrier threw into a `CommandError`; what is not one of ours is `internal`. */
export function toCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (isWireError(thrown)) return new CommandError(thrown);
  return new CommandError({
    code: 'internal',
    message: 'Halyard could not answer this request.',
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  } as WireError);
}

function isWireError(value: unknown): value is WireError {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { code?: unknown }).code === 'string' &&
    typeof (value as { message?: unknown }).message === 'string'
  );
}
