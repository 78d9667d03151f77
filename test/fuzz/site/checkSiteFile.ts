import assert from 'node:assert/strict';
import { decodeText } from '../../../server/src/site/decodeText';
import { kindOfName } from '../../../server/src/site/fileKind';
import { readContent } from '../../../server/src/site/readContent';
import type { SiteCase } from './siteCase';

/** What any file may take, in ms of processor time; far above what is promised, as the machine may be busy. */
const MS_A_FILE = 5000;
/** And what each byte may add to it. */
const MS_A_BYTE = 0.02;
/** What is said of a file may be so many times its size, plus a little: nothing that is decoded may grow without end. */
const CHARACTERS_A_BYTE = 60;
const MOST_OF_A_SMALL_FILE = 1_000_000;

/** What checking a file took. */
export interface CheckedSiteFile {
  /** Processor time of the reading, ms. */
  readonly ms: number;
  /** Whether something suspicious was seen, which shows that cases go deep enough. */
  readonly isSuspicious: boolean;
}

/** Reads a file of a site twice; throws when that differs, takes too long, says too much or names places that are not there. */
export function checkSiteFile({ path, bytes }: SiteCase): CheckedSiteFile {
  const started = process.cpuUsage();
  const content = readContent(path, kindOfName(path), bytes);
  const ms = process.cpuUsage(started).user / 1000;
  assert.ok(ms < MS_A_FILE + bytes.length * MS_A_BYTE, `takes ${ms} ms`);
  // As the cache and threads keep it.
  const said = JSON.stringify(structuredClone(content));
  assert.equal(JSON.stringify(readContent(path, kindOfName(path), bytes)), said, 'read twice');
  assert.ok(said.length < MOST_OF_A_SMALL_FILE + bytes.length * CHARACTERS_A_BYTE, `says ${said.length} characters`);
  checkPlaces(content, linesOf(decodeText(bytes).text), 'content');
  return { ms, isSuspicious: isSuspicious(content) };
}

function isSuspicious({ program, signs = [], injections = [] }: ReturnType<typeof readContent>): boolean {
  return (program?.suspicions.length ?? 0) + signs.length + injections.length > 0;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Every line and column that stands anywhere in plain data lies within the text, at most one behind the end of its line. */
function checkPlaces(value: unknown, lines: readonly string[], where: string): void {
  if (typeof value !== 'object' || value === null) return;
  const { line, column, endColumn }: { line?: unknown; column?: unknown; endColumn?: unknown } = value;
  if (typeof line === 'number') {
    const most = (lines[line - 1] ?? assert.fail(`${where}: line ${line} of ${lines.length}`)).length + 1;
    if (typeof column === 'number') assert.ok(column >= 1 && column <= most, `${where}: column ${column} of ${most}`);
    if (typeof endColumn === 'number') {
      assert.ok(endColumn >= Number(column) && endColumn <= most, `${where}: end ${endColumn} of ${most}`);
    }
  }
  for (const [name, inner] of Object.entries(value)) checkPlaces(inner, lines, `${where}.${name}`);
}
