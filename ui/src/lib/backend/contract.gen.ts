// Generated from the list of commands. Do not edit.

export interface AppInfo {
  name: string;
  version: string;
}

export interface WireError {
  code: string;
  message: string;
  detail: string | null;
}

export type Commands = {
  app_info: { request: null; result: AppInfo };
};
