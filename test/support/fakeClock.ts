import type { Clock } from '../../server/src/address/registry/transport';

/** Time that passes only when somebody waits, and then at once. */
export class FakeClock implements Clock {
  /** How long each wait was, in ms. */
  readonly waits: number[] = [];
  #time: number;

  constructor(start = Date.parse('2026-01-02T03:04:05Z')) {
    this.#time = start;
  }

  now(): number {
    return this.#time;
  }

  pass(duration: number): void {
    this.#time += duration;
  }

  wait(duration: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.waits.push(duration);
    this.pass(duration);
    return Promise.resolve();
  }
}
