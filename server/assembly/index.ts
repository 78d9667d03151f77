/**
 * Reads ordinary lines of access logs at the speed of memory: those of the common and the combined log format without anything
 * odd in them, which is nearly every line of nearly every log. It stops at the first other line, which the formats' own readers
 * then read; what both find is the same, and they share the numbers of texts.
 *
 * Compiled to WebAssembly by `npm run generate:assembly`.
 */
import { releaseAll } from './arena';
import { forgetAreas } from './areas';
import * as columns from './columns';
import { Texts, textsOf } from './columns';
import { forgetMethod, readEntry } from './entryLine';
import { lastOfClients, lastOfPaths } from './lastNumbers';
import { Scan, nextLine, scanLine } from './lineShape';

export { roomFor } from './areas';
export { knownTime, setMidnight } from './clock';
export { MOST_ROWS, agents, clients, endpoints, lineStarts, queries, referrers, sizes, statuses, times } from './columns';
export { endpointOf } from './entryLine';

/** Where the first line begins that `readLines` did not read. */
export let stoppedAt: usize = 0;

/** Forgets all texts; the tables hash from random seeds, one after the other from this one. */
export function reset(seed: u64): void {
  releaseAll();
  forgetAreas();
  forgetMethod();
  lastOfClients.start();
  lastOfPaths.start();
  for (let kind = 0; kind < Texts.count; kind++) textsOf(kind).start(seed + kind);
}

/**
 * Reads lines from `start` on into the columns, up to the first that is not ordinary or that goes on behind `limit`, and no more
 * than the columns have room for. Gives how many; `stoppedAt` tells where the next one begins.
 */
export function readLines(start: usize, limit: usize, hasReferrer: bool): i32 {
  let row = 0;
  let at = start;
  while (row < columns.MOST_ROWS && at < limit) {
    if (scanLine(at, limit) !== Scan.line || !readEntry(at, row, hasReferrer)) break;
    columns.put(columns.lineStarts, row, <u32>(at - start));
    at = nextLine;
    row++;
  }
  stoppedAt = at;
  return row;
}

/** Number of a text of a kind that lies at `text`, a new one when it was never seen. */
export function intern(kind: Texts, text: usize, length: usize): u32 {
  return textsOf(kind).intern(text, length, -1);
}

/** How many distinct texts of a kind there are. */
export function textCount(kind: Texts): usize {
  return textsOf(kind).size;
}

/** Where all texts of a kind lie, one behind the other. */
export function textBytes(kind: Texts): usize {
  return textsOf(kind).bytes;
}

/** Where the ends of the texts within these bytes lie. */
export function textEnds(kind: Texts): usize {
  return textsOf(kind).ends;
}
