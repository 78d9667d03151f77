import path from 'node:path';
import type { Disk } from './disk';
import { DETECTION_LINES, detectFormat, type LineSpan } from './log/detectFormat';
import type { LogFacts, LogFormat } from './log/formats/logFormat';
import { knownFormats } from './log/knownFormats';
import { LineSplitter } from './log/lineSplitter';
import { newestMoment } from './log/newestMoment';
import { openLog, placeOfLog, type LogPlace } from './log/openLog';
import { packingOf } from './archive/packings/packing';
import { readUnpacked, type LogReading, type ReadLogOptions } from './log/readLog';
import type { OpenPartReader } from './partReader';
import { readInParts } from './readInParts';

/**
 * Starting a thread takes some 40 ms of a processor, and what it reads has to be joined; below this many bytes that is more than
 * it saves.
 */
const WORTH_A_THREAD = 32 * 1024 * 1024;
/** The same where most lines are read as fast as `OrdinaryLines` does. Measured: at 250 MB it costs as much as it saves. */
const WORTH_A_THREAD_IF_ORDINARY = 512 * 1024 * 1024;
/** The beginning of a log that its format is told by. */
const BEGINNING = 256 * 1024;

/**
 * Reads a log, a file or a member of an archive (see `placeOfLog`); a large one with the help of another thread.
 * @param openElsewhere `undefined` where there is no other processor
 */
export async function readLogFile(
  disk: Disk,
  file: string,
  openElsewhere: OpenPartReader | undefined,
  options: ReadLogOptions = {},
): Promise<LogReading> {
  const place = await placeOfLog(disk, file);
  const { size, modified } = await disk.status(place.path);
  const facts: LogFacts = {
    newest: newestMoment(path.basename(file), modified),
    userFormats: options.userFormats,
    keepsProxies: options.keepsProxies,
  };
  const format = openElsewhere && size >= WORTH_A_THREAD ? await separableFormat(disk, place, size, facts) : undefined;
  if (openElsewhere !== undefined && format !== undefined) {
    const log = { path: place.path, size, format, facts };
    const table = await readInParts(disk, log, openElsewhere, options);
    if (table !== undefined) return { format: format.id, packing: 'plain', damaged: false, table };
  }
  const ownSize = place.member === undefined ? size : undefined;
  return readUnpacked(await openLog(disk, place), ownSize, { ...options, ...facts });
}

/** The format of a log that is worth reading in parts; `undefined` when it is packed or unknown, or earlier lines explain later ones. */
async function separableFormat(
  disk: Disk,
  place: LogPlace,
  size: number,
  facts: LogFacts,
): Promise<LogFormat | undefined> {
  if (place.member !== undefined) return undefined;
  const beginning = await disk.readRange(place.path, 0, BEGINNING);
  const format = packingOf(beginning) === 'plain' ? detectFormat(linesOf(beginning), knownFormats(facts)) : undefined;
  if (format === undefined || format.isStateful) return undefined;
  return format.ordinaryShape === undefined || size >= WORTH_A_THREAD_IF_ORDINARY ? format : undefined;
}

/** The lines that the format is told by, the same as where a log is read in one piece. */
function linesOf(bytes: Uint8Array): LineSpan[] {
  const lines: LineSpan[] = [];
  const splitter = new LineSplitter((line, start, end) => lines.push({ bytes: line, start, end }));
  splitter.push(bytes);
  return lines.slice(0, DETECTION_LINES);
}
