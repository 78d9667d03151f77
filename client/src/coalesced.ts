/** Does something for each of many keys a moment after it was last asked to, and once for all that was asked meanwhile. */
export class Coalesced {
  readonly #pause: number;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** @param pause in ms */
  constructor(pause: number) {
    this.#pause = pause;
  }

  /**
   * Does `work` after the pause, instead of what is waiting for the same key; it waits no longer for that.
   * @param pause in ms, where it is another one than usual
   */
  ask(key: string, work: () => void, pause = this.#pause): void {
    if (this.#timers.has(key)) return;
    const run = (): void => {
      this.#timers.delete(key);
      work();
    };
    this.#timers.set(key, setTimeout(run, pause));
  }

  /** Forgets what is waiting for a key. */
  cancel(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  dispose(): void {
    for (const key of this.#timers.keys()) this.cancel(key);
  }
}
