import type { AddressDataSource } from './address/addressDataSource';
import { fileState } from './fileState';
import type { JobProgress, LogJob, LogJobResult } from './jobs';
import { continueLog } from './log/continueLog';
import type { LogFacts } from './log/formats/logFormat';
import { hasLocalTimes, type TimeZone } from './log/localZone';
import { newestMoment } from './log/newestMoment';
import { placeOfLog } from './log/openLog';
import { readLog, type LogReading } from './log/readLog';
import { openBytes, type StoredBytes } from './log/seekableBytes';
import { analyseLog } from './logAnalysis';
import { networkLookup } from './networkLookup';
import { nodeDisk } from './nodeDisk';
import type { OpenPartReader } from './partReader';
import { readLogFile } from './readLogFile';
import type { LogSettings } from './settings';
import { UnpackedBytes } from './unpackedBytes';
import { zoneBesideLog } from './zoneBesideLog';

/** Takes how far a job is. */
export type ProgressSink = (progress: JobProgress) => void;

/**
 * Reads and judges a log, from where it was read to before if it was.
 * @param openElsewhere `undefined` where there is no other processor
 */
export async function runLogJob(
  job: LogJob,
  onProgress: ProgressSink,
  openElsewhere: OpenPartReader | undefined,
  addressData: AddressDataSource | undefined,
): Promise<LogJobResult> {
  const { bytes, file, settings } = job;
  const { reading, stored } = (await readOn(job)) ?? (await readWhole(job, onProgress, openElsewhere));
  const logged = reading.table;
  const path = 'path' in bytes ? (await placeOfLog(nodeDisk, bytes.path)).path : undefined;
  const zone = path === undefined ? undefined : await zoneBeside(reading, path, settings);
  const analysis = analyseLog(reading, file, settings, zone, await networkLookup(logged, addressData));
  // Of a packed file other bytes were read than it has.
  const size = stored.kind === 'file' && stored.path === path ? logged.lineIndex.bytes : undefined;
  const state = path === undefined ? undefined : await fileState(nodeDisk, path, size);
  const isSettled = analysis.model.table.time !== logged.time;
  return { analysis, stored, file: state, ...(isSettled && { logged: { time: logged.time, zone: logged.zone } }) };
}

/** A log that was read, and where its bytes are. */
interface StoredReading {
  readonly reading: LogReading;
  readonly stored: StoredBytes;
}

/** Reads what is new in a log that was read before; `undefined` when that won't do. */
async function readOn(job: LogJob): Promise<StoredReading | undefined> {
  const { bytes, soFar } = job;
  if (soFar === undefined) return undefined;
  const stored: StoredBytes = 'path' in bytes ? { kind: 'file', path: bytes.path } : bytes.text;
  const table = await continueLog(soFar, openBytes(stored, nodeDisk), factsNow(job));
  return table && { reading: { format: soFar.format, packing: 'plain', damaged: false, table }, stored };
}

async function readWhole(
  job: LogJob,
  onProgress: ProgressSink,
  openElsewhere: OpenPartReader | undefined,
): Promise<StoredReading> {
  const { bytes, unpackTo } = job;
  if ('text' in bytes) {
    const source = { size: undefined, chunks: () => openBytes(bytes.text, nodeDisk).stream(0) };
    return { reading: await readLog(source, factsNow(job)), stored: bytes.text };
  }
  const place = await placeOfLog(nodeDisk, bytes.path);
  const { size } = await nodeDisk.status(place.path);
  const unpacked = new UnpackedBytes(bytes.path, unpackTo);
  const reading = await readLogFile(nodeDisk, bytes.path, openElsewhere, {
    userFormats: job.settings.logFormats,
    onUnpacked: (chunk) => unpacked.add(chunk),
    onProgress: (done) => onProgress({ done, total: size }),
  });
  const isPlain = reading.packing === 'plain' && place.member === undefined;
  return { reading, stored: isPlain ? { kind: 'file', path: bytes.path } : await unpacked.finish() };
}

/** Facts of a log whose last lines are of this moment: it grows, or stands in an editor and may have no file. */
function factsNow({ file, settings }: LogJob): LogFacts {
  return { newest: newestMoment(file, Date.now()), userFormats: settings.logFormats };
}

/** The zone of the logs beside a log, where it is needed. */
async function zoneBeside(
  { table }: LogReading,
  file: string,
  { timeZone }: LogSettings,
): Promise<TimeZone | undefined> {
  return timeZone === '' && hasLocalTimes(table) ? zoneBesideLog(nodeDisk, file) : undefined;
}
