import { TIME_LENGTH, readTime } from './clock';
import * as columns from './columns';
import { Texts, textsOf } from './columns';
import { lastOfClients, lastOfPaths } from './lastNumbers';
import { TextTable } from './textTable';
import { lineEnd, quoteAt, quoteCount } from './lineShape';

const SPACE: u8 = 0x20;
const COMMA: u8 = 0x2c;
const HYPHEN: u8 = 0x2d;
const DOT: u8 = 0x2e;
const ZERO: u32 = 0x30;
const QUESTION_MARK: u8 = 0x3f;

/** ` - - [`, the first byte last: no ident and no user stand between the client and the time. */
const NO_USER: u64 = 0x5b20_2d20_2d20;
const NO_USER_MASK: u64 = 0xffff_ffff_ffff;
const NO_USER_LENGTH: usize = 6;
/** `] "`, the first byte last, behind the time. */
const BEHIND_TIME: u32 = 0x2220_5d;
const BEHIND_TIME_LENGTH: usize = 3;
/** ` HTTP/1.`, the first byte last. */
const VERSION_1: u64 = 0x2e31_2f50_5454_4820;
/** ` HTTP/2.0` and ` HTTP/3.0` without the last digit. */
const VERSION_2: u64 = 0x2e32_2f50_5454_4820;
const VERSION_3: u64 = 0x2e33_2f50_5454_4820;
const VERSION_LENGTH: usize = 9;
/** ` "-"`, the first byte last. */
const NOTHING_FORWARDED: u32 = 0x222d_2220;
const DOTS_OF_ADDRESS = 3;
/** Longest method in the IANA registry is UPDATEREDIRECTREF with 17 letters. */
const LONGEST_METHOD: usize = 20;
/** More digits of a size may not fit a column. */
const LONGEST_SIZE: usize = 9;
/** What begins with `" ` takes so many bytes. */
const QUOTE_AND_SPACE: usize = 2;

/** Where the client of the line ends; 0 when it is none of the ordinary. */
@inline
function clientEndOf(start: usize): usize {
  let at = start;
  for (;;) {
    const byte = load<u8>(at);
    if (byte === SPACE) break;
    if (byte === COMMA || at >= lineEnd) return 0;
    at++;
  }
  const first = load<u8>(start) | 0x20;
  const isDigitOrLetter = first - 0x30 < 10 || first - 0x61 < 26;
  return isDigitOrLetter ? at : 0;
}

/**
 * Reads the line that begins at `start` and that `scanLine` found into `row`:
 * `client - - [time] "METHOD target HTTP/1.1" 200 1234`, in the combined format with `"referrer" "agent"` behind and maybe
 * other fields that tell nothing of the client.
 * False, and nothing is noted, when the line is any other.
 */
export function readEntry(start: usize, row: i32, hasReferrer: bool): bool {
  const clientEnd = clientEndOf(start);
  if (clientEnd === 0 || (load<u64>(clientEnd) & NO_USER_MASK) !== NO_USER) return false;
  if (hasReferrer ? quoteCount < 6 : quoteCount !== 2) return false;
  const timeStart = clientEnd + NO_USER_LENGTH;
  const timeEnd = timeStart + TIME_LENGTH;
  const requestStart = timeEnd + BEHIND_TIME_LENGTH;
  if (quoteAt(0) !== requestStart - 1 || (load<u32>(timeEnd) & 0xff_ffff) !== BEHIND_TIME) return false;
  const time = readTime(timeStart);
  if (time < 0) return false;

  const requestEnd = quoteAt(1);
  const methodEnd = methodEndOf(requestStart);
  const targetEnd = requestEnd - VERSION_LENGTH;
  if (methodEnd === 0 || <isize>targetEnd <= <isize>(methodEnd + 1) || !isVersion(targetEnd)) return false;

  const sizeStart = requestEnd + 6;
  if (load<u8>(requestEnd, 1) !== SPACE || load<u8>(requestEnd, 5) !== SPACE) return false;
  const status = numberOf(requestEnd + 2, 3);
  const sizeEnd = hasReferrer ? quoteAt(2) - 1 : lineEnd;
  if (status < 0 || <isize>sizeEnd <= <isize>sizeStart) return false;
  const size = sizeOf(sizeStart, sizeEnd);
  if (size < -1) return false;
  if (hasReferrer && !areReferrerAndAgent(sizeEnd)) return false;

  const client = textsOf(Texts.client).intern(start, clientEnd - start, -1);
  columns.put(columns.times, row, <u32>time);
  columns.put(columns.clients, row, client);
  store<u16>(columns.statuses + (<usize>row << 1), <u16>status);
  columns.put(columns.sizes, row, size < 0 ? columns.NO_SIZE : <u32>size);
  noteTarget(row, requestStart, methodEnd, targetEnd);
  if (hasReferrer) noteReferrerAndAgent(row, client);
  else noteNoReferrer(row);
  return true;
}

/** Where the method ends, with a space; 0 when none of capital letters stands there. */
@inline
function methodEndOf(start: usize): usize {
  const last = start + LONGEST_METHOD;
  let at = start;
  while (at < last && load<u8>(at) - 0x41 < 26) at++;
  return at > start && load<u8>(at) === SPACE ? at : 0;
}

/** Whether the version of a request is one that there is. */
@inline
function isVersion(at: usize): bool {
  const name = load<u64>(at);
  const minor = load<u8>(at, 8);
  if (name === VERSION_1) return minor === 0x30 || minor === 0x31;
  return (name === VERSION_2 || name === VERSION_3) && minor === 0x30;
}

/** The number that a few digits say; -1 when there is anything else. */
@inline
function numberOf(start: usize, length: usize): i32 {
  let number: u32 = 0;
  for (let at = start; at < start + length; at++) {
    const digit = <u32>load<u8>(at) - ZERO;
    if (digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Bytes that were sent; -1 where a hyphen says that it was not logged, -2 when it is no ordinary number. */
@inline
function sizeOf(start: usize, end: usize): i32 {
  const length = end - start;
  if (length === 1 && load<u8>(start) === HYPHEN) return -1;
  if (length > LONGEST_SIZE) return -2;
  const size = numberOf(start, length);
  return size < 0 ? -2 : size;
}

/** Whether ` "referrer" "agent"` stands behind the size, and nothing behind it that tells of the client. */
@inline
function areReferrerAndAgent(sizeEnd: usize): bool {
  const referrerEnd = quoteAt(3);
  if (load<u8>(sizeEnd) !== SPACE || load<u8>(referrerEnd, 1) !== SPACE) return false;
  return quoteAt(4) === referrerEnd + QUOTE_AND_SPACE && isPlainRest(quoteAt(5) + 1);
}

/** Whether what stands behind the agent is no forwarded address: nothing, `"-"` and anything, or times and sizes. */
@inline
function isPlainRest(start: usize): bool {
  if (start === lineEnd) return true;
  if (load<u8>(start) !== SPACE) return false;
  return quoteCount === 8 ? isNothingForwarded(start) : quoteCount === 6 && areNumbers(start);
}

/** Whether ` "-"` stands there, as nginx writes where nobody forwarded the request. */
function isNothingForwarded(start: usize): bool {
  if (load<u32>(start) !== NOTHING_FORWARDED) return false;
  const next = start + sizeof<u32>();
  return next === lineEnd || load<u8>(next) === SPACE;
}

/** Whether there are numbers and hyphens only, with too few dots for an address. */
function areNumbers(start: usize): bool {
  let dots = 0;
  for (let at = start; at < lineEnd; at++) {
    const byte = load<u8>(at);
    if (byte === DOT) dots++;
    else if (byte !== SPACE && byte !== HYPHEN && byte - 0x30 > 9) return false;
  }
  return dots < DOTS_OF_ADDRESS;
}

@inline
function noteTarget(row: i32, methodStart: usize, methodEnd: usize, targetEnd: usize): void {
  const path = methodEnd + 1;
  let pathEnd = path;
  while (pathEnd < targetEnd && load<u8>(pathEnd) !== QUESTION_MARK) pathEnd++;
  const method = textsOf(Texts.method).intern(methodStart, methodEnd - methodStart, lastMethod);
  lastMethod = method;
  const query = pathEnd < targetEnd ? textsOf(Texts.query).intern(pathEnd, targetEnd - pathEnd, -1) : columns.NO_TEXT;
  columns.put(columns.queries, row, query);
  columns.put(columns.endpoints, row, endpointOf(method, textsOf(Texts.path).intern(path, pathEnd - path, -1)));
}
/** Number of the last entry's method, which the next one often has as well; -1 when there is none. */
let lastMethod: i32 = -1;

export function forgetMethod(): void {
  lastMethod = -1;
}

/** Number of the pair of a method and a path. */
export function endpointOf(method: u32, path: u32): u32 {
  const last = lastOfPaths.of(path);
  if (load<u32>(last) === method) return load<u32>(last, 4);
  store<u32>(pair, method);
  store<u32>(pair, path, 4);
  const number = textsOf(Texts.endpoint).intern(pair, 8, -1);
  store<u32>(last, method);
  store<u32>(last, number, 4);
  return number;
}
const pair = memory.data(32);

@inline
function noteReferrerAndAgent(row: i32, client: u32): void {
  const last = lastOfClients.of(client);
  columns.put(columns.referrers, row, numberOfText(textsOf(Texts.referrer), quoteAt(2) + 1, quoteAt(3), last));
  columns.put(columns.agents, row, numberOfText(textsOf(Texts.agent), quoteAt(4) + 1, quoteAt(5), last + 4));
}

function noteNoReferrer(row: i32): void {
  columns.put(columns.referrers, row, columns.NO_TEXT);
  columns.put(columns.agents, row, columns.NO_TEXT);
}

/** Number of a text; none where it is empty or a hyphen. `last` is where its number of the client's last entry is kept. */
@inline
function numberOfText(texts: TextTable, start: usize, end: usize, last: usize): u32 {
  const length = end - start;
  if (length === 0 || (length === 1 && load<u8>(start) === HYPHEN)) return columns.NO_TEXT;
  const number = texts.intern(start, length, load<i32>(last));
  store<u32>(last, number);
  return number;
}
