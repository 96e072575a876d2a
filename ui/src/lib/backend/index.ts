/** The one place that knows what the page runs in. */
import type { Backend } from './backend';
import { httpBackend } from './http';
import { tauriBackend } from './tauri';

export const backend: Backend = '__TAURI_INTERNALS__' in window ? tauriBackend : httpBackend;

export {
  CommandFailed,
  type Backend,
  type CommandName,
  type FailureCode,
  type Reply,
  type Request,
} from './backend';
export type * from './contract.gen';
