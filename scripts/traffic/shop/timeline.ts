import { endOf, type LoggedRequest } from '../lines';

/** Holds requests until their time has come: a log is written in the order in which requests end. */
export class Timeline {
  readonly #waiting = new Map<number, LoggedRequest[]>();
  #now: number;

  /** @param start no request ends before this second */
  constructor(start: number) {
    this.#now = start;
  }

  add(requests: readonly LoggedRequest[]): void {
    for (const request of requests) {
      const end = endOf(request);
      const others = this.#waiting.get(end);
      if (others === undefined) this.#waiting.set(end, [request]);
      else others.push(request);
    }
  }

  /** The requests that end before a time, in the order of the log; call it with later times only. */
  *until(time: number): Generator<LoggedRequest> {
    for (; this.#now < time; this.#now += 1) {
      yield* this.#waiting.get(this.#now) ?? [];
      this.#waiting.delete(this.#now);
    }
  }
}
