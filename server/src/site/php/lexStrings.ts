import { isNameStart } from './characters';

/** Interpolations within interpolations are followed this deep; deeper ones are taken as plain text. */
const MAX_NESTING = 8;

/** Where a quoted text ends and whether it interpolates. */
export interface QuotedEnd {
  /** Index behind the closing quote, or the end of the text when there is none. */
  readonly end: number;
  readonly interpolates: boolean;
}

const BACKSLASH = 0x5c;
const DOLLAR = 0x24;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const SINGLE_QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;

/** Index behind a single-quoted text whose opening quote stands at `start`. */
export function singleQuotedEnd(text: string, start: number, limit = text.length): number {
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === SINGLE_QUOTE) return at + 1;
  }
  return limit;
}

/** Reads over a text in double quotes or backticks; `start` is its opening quote. One pass, nothing is read twice. */
export function quotedEnd(text: string, start: number, limit = text.length, nesting = 0): QuotedEnd {
  const quote = text.charCodeAt(start);
  let interpolates = false;
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return { end: at + 1, interpolates };
    if (code === BACKSLASH) at++;
    else if (code === DOLLAR && startsInterpolation(text.charCodeAt(at + 1))) {
      interpolates = true;
      if (text.charCodeAt(at + 1) === OPEN_BRACE) at = bracedEnd(text, at + 1, limit, nesting) - 1;
    } else if (code === OPEN_BRACE && text.charCodeAt(at + 1) === DOLLAR) {
      interpolates = true;
      at = bracedEnd(text, at, limit, nesting) - 1;
    }
  }
  return { end: limit, interpolates };
}

/** Whether a `$` with this character behind it is a variable within a text. */
export function startsInterpolation(next: number): boolean {
  return next === OPEN_BRACE || isNameStart(next);
}

/** Index behind the brace that closes the one at `open`, minding quoted texts between them. */
export function bracedEnd(text: string, open: number, limit: number, nesting: number): number {
  if (nesting >= MAX_NESTING) return open + 1;
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACE) depth++;
    else if (code === CLOSE_BRACE && --depth === 0) return at + 1;
    else if (code === SINGLE_QUOTE) at = singleQuotedEnd(text, at, limit) - 1;
    else if (code === DOUBLE_QUOTE) at = quotedEnd(text, at, limit, nesting + 1).end - 1;
  }
  return limit;
}
