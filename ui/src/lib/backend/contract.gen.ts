// Written by the contract test of the commands crate from its Rust types.
// Do not edit: `UPDATE=1 cargo test -p commands contract` writes it anew.

export type AppInfo = { name: string; version: string };

export type CommandError = { code: ErrorCode; message: string };

export type ErrorCode =
  | 'bad_request'
  | 'no_such_connection'
  | 'no_such_profile'
  | 'storage'
  | 'keychain'
  | 'desktop';

export type Nothing = Record<symbol, never>;

/** Every command with its request and its reply. */
export type Commands = {
  app_info: { request: Nothing; reply: AppInfo };
};
