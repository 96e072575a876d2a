/** The carrier inside the desktop window. */
import { invoke } from '@tauri-apps/api/core';
import { toCommandFailed, type Backend } from './backend';

export const tauriBackend: Backend = {
  async call(name, request) {
    try {
      return await invoke(name, { request });
    } catch (thrown) {
      throw toCommandFailed(thrown);
    }
  },
};
