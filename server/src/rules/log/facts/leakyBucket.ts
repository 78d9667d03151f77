/**
 * Tells whether events come faster than they may for longer than they may: each one fills the bucket by one, which leaks all
 * the time. (Rec. ITU-T I.371 describes it as the generic cell rate algorithm; CrowdSec's scenarios, whose thresholds many
 * rules have, are such buckets.)
 */
export class LeakyBucket {
  readonly #capacity: number;
  readonly #leak: number;
  readonly #seen = new Set<number>();
  #level = 0;
  #last = 0;

  /**
   * @param capacity events that it holds; one more makes it overflow
   * @param leak seconds in which one event leaks out
   */
  constructor(capacity: number, leak: number) {
    this.#capacity = capacity;
    this.#leak = leak;
  }

  /**
   * Adds an event; times must not go back.
   * @param time seconds
   * @param key where only different events count: what tells them apart; the same is forgotten when the bucket runs dry
   * @returns whether the bucket is too full now
   */
  pour(time: number, key?: number): boolean {
    this.#level = Math.max(0, this.#level - (time - this.#last) / this.#leak);
    this.#last = time;
    if (key !== undefined) {
      if (this.#level === 0) this.#seen.clear();
      if (this.#seen.has(key)) return false;
      this.#seen.add(key);
    }
    this.#level++;
    return this.#level > this.#capacity;
  }

  /** Empties it. */
  empty(): void {
    this.#level = 0;
    this.#seen.clear();
  }
}
