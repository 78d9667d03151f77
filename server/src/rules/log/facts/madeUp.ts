import type { DictionaryData } from '../../../log/dictionary';
import { isDigit } from '../../../log/bytes';
import { perModel } from './perModel';

const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
/** Shortest number or word that may be made up; version numbers of files and years are shorter. */
const SHORTEST = 5;
/** Shortest number with a name before it: those of pages and goods are shorter (CrowdSec's http-dos-bypass-cache has 7). */
const SHORTEST_NUMBER = 7;
/** Length of the paths of CrowdSec's http-dos-random-uri, and what is near it. */
const SHORTEST_PATH = 5;
const LONGEST_PATH = 12;

/** By number of the query: 1 where it looks made up, like `?8412093`, `?r=1k9x3f` or `?XQ=ZRW&YA=BQT`. */
export const madeUpQueries = perModel((model) => testAll(model.table.data.texts.query, isMadeUpQuery));

/** By number of the path: 1 where it is one word of capital letters, like `/QJXZKW`. */
export const madeUpPaths = perModel((model) => testAll(model.table.data.texts.path, isMadeUpPath));

function testAll(
  { bytes, ends }: DictionaryData,
  isMadeUp: (bytes: Uint8Array, start: number, end: number) => boolean,
): Uint8Array {
  const results = new Uint8Array(ends.length);
  for (let id = 0, start = 0; id < ends.length; id++) {
    if (isMadeUp(bytes, start, ends[id]!)) results[id] = 1;
    start = ends[id]!;
  }
  return results;
}

/**
 * A word with digits and no name before it; a last value of letters and digits mixed, or a long number; or capital letters
 * alone. Numbers of pages are shorter, and words that people search for have no digits.
 */
function isMadeUpQuery(bytes: Uint8Array, start: number, end: number): boolean {
  let value = start + 1;
  let isNamed = false;
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === EQUALS) isNamed = true;
    if (byte === EQUALS || byte === AMPERSAND) value = at + 1;
    else if (!isDigit(byte) && !isLetter(byte)) return false;
  }
  const length = end - value;
  if (length < SHORTEST) return isNamed && end - start > SHORTEST && isAll(bytes, start + 1, end, isCapitalOrSign);
  if (isAll(bytes, value, end, isDigit)) return length >= (isNamed ? SHORTEST_NUMBER : SHORTEST);
  if (!isAll(bytes, value, end, (byte) => !isDigit(byte))) return true;
  return isNamed && isAll(bytes, start + 1, end, isCapitalOrSign);
}

function isMadeUpPath(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start - 1;
  if (bytes[start] !== SLASH || length < SHORTEST_PATH || length > LONGEST_PATH) return false;
  return isAll(bytes, start + 1, end, isCapital);
}

function isAll(bytes: Uint8Array, start: number, end: number, test: (byte: number) => boolean): boolean {
  for (let at = start; at < end; at++) {
    if (!test(bytes[at]!)) return false;
  }
  return true;
}

function isLetter(byte: number): boolean {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function isCapitalOrSign(byte: number): boolean {
  return isCapital(byte) || byte === EQUALS || byte === AMPERSAND;
}
