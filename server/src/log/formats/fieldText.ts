import { BACKSLASH, HYPHEN, QUOTE, isBlank } from '../bytes';

/**
 * Where the quoted text that begins at `start` ends: the first quote that is not escaped and that a blank or the line's end
 * follows (some servers write quotes of the client unescaped). `end` when it never does.
 */
export function closingQuote(bytes: Buffer, start: number, end: number): number {
  // The search may run past the line's end, but never past the next line's opening quote: all lines together stay linear.
  for (let at = bytes.indexOf(QUOTE, start); at >= 0 && at < end; at = bytes.indexOf(QUOTE, at + 1)) {
    if ((at + 1 >= end || isBlank(bytes[at + 1])) && !isEscaped(bytes, start, at)) return at;
  }
  return end;
}

/** Whether an odd number of backslashes stands before `at`. */
function isEscaped(bytes: Buffer, start: number, at: number): boolean {
  let first = at;
  while (first > start && bytes[first - 1] === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

/** Whether a field is empty or the hyphen that stands for "not logged". */
export function isAbsent(bytes: Uint8Array, start: number, end: number): boolean {
  return start >= end || isHyphen(bytes, start, end);
}

/** Whether a field is the hyphen that stands for "not logged". */
export function isHyphen(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 1 && bytes[start] === HYPHEN;
}
