/** A pause, and what is done at its end. */
interface Waiting {
  readonly timer: NodeJS.Timeout;
  work: (() => void) | undefined;
}

/** Does something for each of many keys a moment after it was last asked to, and once for all that was asked meanwhile. */
export class Coalesced {
  readonly #pause: number;
  readonly #waiting = new Map<string, Waiting>();

  /** @param pause in ms */
  constructor(pause: number) {
    this.#pause = pause;
  }

  /** Does `work` after the pause, or what is waiting for the same key already; it waits no longer for that. */
  ask(key: string, work: () => void): void {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) this.#wait(key, work);
    else waiting.work ??= work;
  }

  /** The same, but the first time at once: only what is asked within the pause behind it waits. */
  askAtOnce(key: string, work: () => void): void {
    if (this.#waiting.has(key)) return this.ask(key, work);
    this.#wait(key, undefined);
    work();
  }

  /** Forgets what is waiting for a key. */
  cancel(key: string): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.delete(key);
  }

  dispose(): void {
    for (const key of this.#waiting.keys()) this.cancel(key);
  }

  #wait(key: string, work: Waiting['work']): void {
    const end = (): void => {
      const last = this.#waiting.get(key);
      this.#waiting.delete(key);
      last?.work?.();
    };
    this.#waiting.set(key, { timer: setTimeout(end, this.#pause), work });
  }
}
