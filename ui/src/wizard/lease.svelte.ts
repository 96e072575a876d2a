/** Our secret on the clipboard: put there on request, watched while its page is seen, gone when the program says so. */
import type { Wizard } from './wizard.svelte';

const ASK_MS = 1_000;

export class Lease {
  /** When it will be cleared, in milliseconds of the system's clock; `null` when it was never copied here. */
  endsAt = $state<number | null>(null);

  readonly #wizard: Wizard;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(wizard: Wizard) {
    this.#wizard = wizard;
  }

  copy(): Promise<boolean> {
    return this.#wizard.do(async () => {
      const { seconds_left } = await this.#wizard.call('copy_secret', {
        connection: this.#wizard.connection,
      });
      this.#take(seconds_left);
      clearInterval(this.#timer);
      this.#timer = setInterval(() => void this.#ask(), ASK_MS);
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Asked only while somebody can see it; whatever else is copied ends the wait early. */
  async #ask(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    await this.#wizard.do(async () => this.#take((await this.#wizard.call('clipboard', {})).seconds_left));
    if (this.endsAt !== null && this.endsAt <= Date.now()) this.stop();
  }

  #take(secondsLeft: number | null): void {
    const endsAt = Date.now() + (secondsLeft ?? 0) * 1000;
    // A second of difference is rounding, not news.
    if (secondsLeft === null || this.endsAt === null || Math.abs(endsAt - this.endsAt) > 1500)
      this.endsAt = endsAt;
  }
}
