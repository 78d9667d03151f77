const LINE_FEED: u8 = 0x0a;
const CARRIAGE_RETURN: u8 = 0x0d;
const FIRST_PRINTABLE: u8 = 0x20;
const QUOTE: u8 = 0x22;
const BACKSLASH: u8 = 0x5c;
/** Bytes that are looked at in one step. */
const STEP: usize = 16;
/** Longest line in bytes; a longer one is left to the reader of every format. */
const LONGEST_LINE: usize = 32 * 1024;
/** Those of the request, the referrer, the agent and a field behind it. */
const MOST_QUOTES: i32 = 8;

/** What `scanLine` found. */
export namespace Scan {
  /** A line whose end, next line and quotes are noted. */
  export const line = 0;
  /** The bytes end within the line. */
  export const cut = 1;
  /** There are escapes, control characters or more quotes than fields. */
  export const odd = 2;
}

const quotes = memory.data(MOST_QUOTES * sizeof<usize>());
/** How many quotes the line has. */
export let quoteCount: i32 = 0;
/** Where the line ends, without what ends it. */
export let lineEnd: usize = 0;
/** Where the next line begins. */
export let nextLine: usize = 0;

/** Where quote `index` of the line stands. */
@inline
export function quoteAt(index: i32): usize {
  return load<usize>(quotes + index * sizeof<usize>());
}

/** Finds the end of the line that begins at `start`, and its quotes. Looks up to 16 bytes behind `limit`, where the bytes end. */
export function scanLine(start: usize, limit: usize): i32 {
  quoteCount = 0;
  const end = min(limit, start + LONGEST_LINE);
  for (let at = start; at < end; at += STEP) {
    const bytes = v128.load(at);
    const controls = i8x16.bitmask(i8x16.lt_u(bytes, i8x16.splat(FIRST_PRINTABLE)));
    const marks = v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE)), i8x16.eq(bytes, i8x16.splat(BACKSLASH)));
    // Only what stands before the first control character belongs to the line.
    const inLine = controls === 0 ? -1 : (controls & -controls) - 1;
    if (!noteQuotes(at, i8x16.bitmask(marks) & inLine)) return Scan.odd;
    if (controls !== 0) return endLine(at + ctz(controls), limit);
  }
  return end < limit ? Scan.odd : Scan.cut;
}

/** Notes the quotes of a step; false when one is a backslash or there are too many. */
@inline
function noteQuotes(at: usize, found: i32): bool {
  for (let marks = found; marks !== 0; marks &= marks - 1) {
    const mark = at + ctz(marks);
    if (quoteCount === MOST_QUOTES || load<u8>(mark) === BACKSLASH) return false;
    store<usize>(quotes + quoteCount * sizeof<usize>(), mark);
    quoteCount++;
  }
  return true;
}

@inline
function endLine(control: usize, limit: usize): i32 {
  if (control >= limit) return Scan.cut;
  lineEnd = control;
  nextLine = control + 1;
  const byte = load<u8>(control);
  if (byte === LINE_FEED) return Scan.line;
  // A carriage return that ends the bytes may have its line feed in those to come.
  if (byte !== CARRIAGE_RETURN || control + 1 >= limit || load<u8>(control + 1) !== LINE_FEED) return Scan.odd;
  nextLine = control + 2;
  return Scan.line;
}
