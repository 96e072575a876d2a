/**
 * Says what changes, without talking over itself: the first message goes out at once, later ones wait until `everyMs` has passed and only
 * the newest of them is said. The end of the work is said at once, whatever waits.
 */
export class Announcer {
  readonly #say: (message: string) => void;
  readonly #everyMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: string | undefined;

  constructor(say: (message: string) => void, everyMs = 2500) {
    this.#say = say;
    this.#everyMs = everyMs;
  }

  /** For news in the middle of the work. */
  tell(message: string): void {
    if (this.#timer !== undefined) {
      this.#waiting = message;
      return;
    }
    this.#say(message);
    this.#timer = setTimeout(() => this.#next(), this.#everyMs);
  }

  /** For the last word. */
  tellNow(message: string): void {
    this.stop();
    this.#say(message);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #next(): void {
    const message = this.#waiting;
    this.stop();
    if (message !== undefined) this.tell(message);
  }
}
