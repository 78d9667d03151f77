import { htmlText, isHtml } from '../mail/htmlText';
import { readClamAv } from './clamAv';
import { keyOfListed, MOST_LISTED, type HostList, type ListedFile, type ListFormat, type ListReader } from './hostList';
import { readImunify } from './imunify';
import { readJson } from './json';
import { readMaldet, readMaldetSession } from './maldet';
import { readPaths } from './paths';
import { readTable } from './table';

/** Those that can tell whether a list is theirs stand before those that take any. */
const READERS: readonly (readonly [ListFormat, ListReader])[] = [
  ['imunify', readImunify],
  ['json', readJson],
  ['maldet-session', readMaldetSession],
  ['maldet', readMaldet],
  ['clamav', readClamAv],
  ['csv', readTable],
  ['paths', readPaths],
];

/** Longer lines name no file: paths have at most 4,096 bytes (PATH_MAX of Linux). */
const LONGEST_LINE = 16_384;

/**
 * Reads a list of bad files as hosts hand it out: lines of paths, or the report of a scanner. The text must be decoded (see
 * `decodeText`). Never throws; a list in which no path can be seen has no files.
 */
export function readHostList(list: string): HostList {
  const text = isHtml(list) ? htmlText(list) : list;
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, LONGEST_LINE).trimEnd())
    .filter((line) => line !== '');
  for (const [format, read] of READERS) {
    const files = read(text, lines);
    if (files === undefined) continue;
    const each = eachOnce(files.filter(({ path }) => /[^./]/.test(path)));
    return { format, files: each.slice(0, MOST_LISTED), leftOut: Math.max(0, each.length - MOST_LISTED) };
  }
  return { format: 'paths', files: [], leftOut: 0 };
}

function eachOnce(files: readonly ListedFile[]): ListedFile[] {
  const byPath = new Map<string, ListedFile>();
  for (const file of files) if (!byPath.has(keyOfListed(file))) byPath.set(keyOfListed(file), file);
  return [...byPath.values()];
}
