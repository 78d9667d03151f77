import type { NoticeText } from './noticeText';

/** Phrases by which a mail shows something. */
export interface Witnessed<Id extends string> {
  readonly id: Id;
  /** Matched against single lines, wide characters made narrow. Linear in the line: no nested repetition. */
  readonly phrases: readonly RegExp[];
}

/** What a mail shows of a table, each with how many of its lines do, the most first. */
export function witnessed<Id extends string>(table: readonly Witnessed<Id>[], { narrow }: NoticeText): Id[] {
  return table
    .map(({ id, phrases }) => ({ id, lines: narrow.filter((line) => phrases.some((each) => each.test(line))).length }))
    .filter(({ lines }) => lines > 0)
    .toSorted((one, other) => other.lines - one.lines)
    .map(({ id }) => id);
}
