import path from 'node:path';
import type { Disk } from './disk';
import { LINE_FEED } from './log/bytes';
import { DETECTION_LINES, detectFormat, type LineSpan } from './log/detectFormat';
import { EntryFields } from './log/entryFields';
import type { LogFacts, LogFormat } from './log/formats/logFormat';
import { joinTables } from './log/joinTables';
import { knownFormats } from './log/knownFormats';
import { LONGEST_LINE, LineSplitter } from './log/lineSplitter';
import type { LogTableData } from './log/logTable';
import { newestMoment } from './log/newestMoment';
import { openLog, placeOfLog, type LogPlace } from './log/openLog';
import { packingOf } from './log/packings/packing';
import { readLogPart, readUnpacked, type LogReading, type ReadLogOptions } from './log/readLog';

/** A part of a log that is not packed: bytes from `start` up to, not including, `end`, where lines begin and end. */
export interface LogPart {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Id of the format. */
  readonly format: string;
  readonly facts: LogFacts;
}

/** Reads a part of a log in another thread. */
export type ReadPartElsewhere = (part: LogPart) => Promise<LogTableData>;

/** Starting a thread and joining the halves costs about 60 ms; below this many bytes that is more than it saves. */
const WORTH_A_THREAD = 32 * 1024 * 1024;
/** The beginning of a log that its format is told by. */
const BEGINNING = 256 * 1024;

/**
 * Reads a log, a file or a member of an archive (see `placeOfLog`), the second half of a large one in another thread.
 * @param readElsewhere `undefined` where there is no other processor
 */
export async function readLogFile(
  disk: Disk,
  file: string,
  readElsewhere: ReadPartElsewhere | undefined,
  options: ReadLogOptions = {},
): Promise<LogReading> {
  const place = await placeOfLog(disk, file);
  const { size, modified } = await disk.status(place.path);
  const facts: LogFacts = {
    newest: newestMoment(path.basename(file), modified),
    userFormats: options.userFormats,
  };
  const halves = readElsewhere && size >= WORTH_A_THREAD ? await findHalves(disk, place, size, facts) : undefined;
  if (readElsewhere === undefined || halves === undefined) {
    return readUnpacked(await openLog(disk, place), size, { ...options, ...facts });
  }
  const [first, second] = await Promise.all([
    readPart(disk, halves[0], (bytes) => options.onProgress?.(bytes * 2)),
    readElsewhere(halves[1]),
  ]);
  return { format: halves[0].format, packing: 'plain', damaged: false, table: joinTables(first, second) };
}

/** Reads a part of a log file in this thread. Rejects when the format is none that is known. */
export async function readPart(disk: Disk, part: LogPart, onProgress?: (bytes: number) => void): Promise<LogTableData> {
  const format = knownFormats(part.facts).find(({ id }) => id === part.format);
  if (format === undefined) throw new Error(`No log format ${part.format}`);
  return readLogPart(disk.stream(part.path, part.start, part.end), format, { facts: part.facts, onProgress });
}

/** Both halves of a log, cut where an entry begins; `undefined` when it is packed, unknown or cannot be cut. */
async function findHalves(
  disk: Disk,
  { path: file, member }: LogPlace,
  size: number,
  facts: LogFacts,
): Promise<[LogPart, LogPart] | undefined> {
  if (member !== undefined) return undefined;
  const beginning = await disk.readRange(file, 0, BEGINNING);
  const format = packingOf(beginning) === 'plain' ? detectFormat(linesOf(beginning), knownFormats(facts)) : undefined;
  if (format === undefined || format.isStateful) return undefined;
  const middle = Math.floor(size / 2);
  const entry = firstEntry(await disk.readRange(file, middle, middle + LONGEST_LINE), format, facts);
  if (entry === undefined) return undefined;
  const cut = middle + entry;
  return [
    { path: file, start: 0, end: cut, format: format.id, facts },
    { path: file, start: cut, end: size, format: format.id, facts },
  ];
}

/** Where the first entry begins behind the end of a line, so that what belongs to the entry before stays with it. */
function firstEntry(bytes: Uint8Array, format: LogFormat, facts: LogFacts): number | undefined {
  const behind = bytes.indexOf(LINE_FEED) + 1;
  if (behind === 0) return undefined;
  const read = format.createReader(facts);
  const fields = new EntryFields();
  let found: number | undefined;
  const splitter = new LineSplitter((line, start, end, offset) => {
    if (found !== undefined) return;
    fields.clear();
    if (read(line, start, end, fields) && !fields.continues) found = behind + offset;
  });
  splitter.push(bytes.subarray(behind));
  return found;
}

/** The lines that the format is told by, the same as where a log is read in one piece. */
function linesOf(bytes: Uint8Array): LineSpan[] {
  const lines: LineSpan[] = [];
  const splitter = new LineSplitter((line, start, end) => lines.push({ bytes: line, start, end }));
  splitter.push(bytes);
  return lines.slice(0, DETECTION_LINES);
}
