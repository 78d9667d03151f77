import type { LoggedRequest } from '../lines';

/** Somebody or something that sends requests by itself. */
export interface Actor {
  /**
   * Whatever it begins from a time up to, not including, another (s since 1970-01-01 UTC); the times follow each other. A
   * request may come later than `to`, never before `from`.
   */
  begin(from: number, to: number): LoggedRequest[];
}

/** Asks at a pace of its own: `next` says when, and `make` what. */
export function repeating(
  first: number,
  next: (time: number) => number,
  make: (time: number) => LoggedRequest[],
): Actor {
  let time = first;
  return {
    begin(from, to) {
      const requests: LoggedRequest[] = [];
      for (; time < to; time = next(time)) if (time >= from) requests.push(...make(time));
      return requests;
    },
  };
}
