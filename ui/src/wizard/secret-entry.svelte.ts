/**
 * Putting in the Client Secret: pasted by the program, typed as a fall-back, tried again, deleted. The secret itself is never here: what
 * comes back says how many characters arrived and what Halo made of them.
 */
import type { Reply } from '$lib/backend';
import { text } from '$lib/text';
import type { Wizard } from './wizard.svelte';

type SecretReply = Reply<'paste_secret'>;

export class SecretEntry {
  busy = $state<string | undefined>();
  reply = $state.raw<SecretReply | null>(null);
  /** How often something was tried; what depends on the keychain looks anew when it grows. */
  attempts = $state(0);

  readonly #wizard: Wizard;

  constructor(wizard: Wizard) {
    this.#wizard = wizard;
  }

  /** A problem of what was put in. That the Client ID is still to come is none: the secret waits for it. */
  get problem(): string | undefined {
    const view = this.#wizard.view;
    const waitsForId = view?.secret.pending === true && view.client_id === null;
    return waitsForId ? undefined : (this.reply?.problem ?? undefined);
  }

  /** Halo answered, and not as it should. */
  get isRefused(): boolean {
    const status = this.reply?.finding?.status;
    return status !== undefined && status !== 'passed';
  }

  paste = () => this.#try(() => this.#wizard.call('paste_secret', this.#which()));

  type = (secret: string) => this.#try(() => this.#wizard.call('type_secret', { ...this.#which(), secret }));

  retry = () => this.#try(() => this.#wizard.call('retry_secret', this.#which()));

  forget = () =>
    this.#wizard.do(async () => {
      this.#wizard.update(await this.#wizard.call('forget_secret', this.#which()));
      this.reply = null;
    });

  #which() {
    return { connection: this.#wizard.connection };
  }

  async #try(ask: () => Promise<SecretReply>): Promise<void> {
    if (this.busy) return;
    this.busy = text.task.secret.pasting;
    await this.#wizard.do(async () => {
      this.reply = await ask();
      this.#wizard.update(this.reply.view);
    });
    this.busy = undefined;
    this.attempts++;
  }
}
