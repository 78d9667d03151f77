import type { AddressDataSource } from './address/addressDataSource';
import { auditSiteFolder } from './auditSiteFolder';
import { memorySource } from './log/byteSource';
import { hasLocalTimes, type TimeZone } from './log/localZone';
import { newestMoment } from './log/newestMoment';
import { placeOfLog } from './log/openLog';
import { readLog, type LogReading } from './log/readLog';
import type { LogSet } from './log/set/logSet';
import { analyseLog, analyseSet, type Judgement } from './logAnalysis';
import type { Job, JobProgress, JobResults, LogJob, LogJobResult, LogSetJob, LogSetJobResult } from './jobs';
import { networkLookup } from './networkLookup';
import { nodeDisk } from './nodeDisk';
import { describeProblem } from './problems';
import type { OpenPartReader } from './partReader';
import { readLogFile } from './readLogFile';
import { readLogSet } from './readLogSet';
import type { LogSettings } from './settings';
import { readFiles } from './site/readSite';
import type { ReadFilesElsewhere } from './site/siteModel';
import { unpackBeginning } from './unpackBeginning';
import { UnpackedBytes } from './unpackedBytes';
import { zoneBesideLog } from './zoneBesideLog';

/** What a job has other threads do. */
export interface OtherThreads {
  readonly openPartReader?: OpenPartReader;
  readonly readSiteFiles?: ReadFilesElsewhere;
}

/** Takes how far a job is. */
type ProgressSink = (progress: JobProgress) => void;

/**
 * Does one job on the machine's disk; what a worker thread runs.
 * @param threads what other threads can do; nothing where there is no other processor
 * @param addressData for rules that ask where a client comes from; they find nothing without it
 */
export async function runJob(
  job: Job,
  onProgress: ProgressSink,
  threads: OtherThreads = {},
  addressData?: AddressDataSource,
): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'log':
      return runLogJob(job, onProgress, threads.openPartReader, addressData);
    case 'logSet':
      return runLogSetJob(job, onProgress, threads.openPartReader, addressData);
    case 'unpack':
      return unpackBeginning(nodeDisk, job.path, job.maximumBytes);
    case 'site':
      return auditSiteFolder(
        nodeDisk,
        job,
        ({ files, total }) => onProgress({ done: files, total }),
        threads.readSiteFiles,
      );
    case 'siteFiles':
      return readFiles(nodeDisk, job.root, job.files, {
        known: new Map(job.known.map((read) => [read.file.path, read])),
        onProgress: (done) => onProgress({ done, total: undefined }),
      });
  }
}

async function runLogJob(
  { bytes: from, file, unpackTo, settings }: LogJob,
  onProgress: ProgressSink,
  openElsewhere: OpenPartReader | undefined,
  addressData: AddressDataSource | undefined,
): Promise<LogJobResult> {
  if ('text' in from) {
    const bytes = new TextEncoder().encode(from.text);
    // A text in the editor may be newer than its file, or have none.
    const reading = await readLog(memorySource(bytes), {
      newest: newestMoment(file, Date.now()),
      userFormats: settings.logFormats,
    });
    const networkOf = await networkLookup(reading.table, addressData);
    return { analysis: analyseLog(reading, file, settings, undefined, networkOf), stored: { kind: 'memory', bytes } };
  }
  const place = await placeOfLog(nodeDisk, from.path);
  const { size } = await nodeDisk.status(place.path);
  const unpacked = new UnpackedBytes(from.path, unpackTo);
  const reading = await readLogFile(nodeDisk, from.path, openElsewhere, {
    userFormats: settings.logFormats,
    onUnpacked: (chunk) => unpacked.add(chunk),
    onProgress: (done) => onProgress({ done, total: size }),
  });
  return {
    analysis: analyseLog(
      reading,
      file,
      settings,
      await zoneBeside(reading, place.path, settings),
      await networkLookup(reading.table, addressData),
    ),
    stored: reading.packing === 'plain' ? { kind: 'file', path: from.path } : await unpacked.finish(),
  };
}

/** The zone of the logs beside a log, where it is needed. */
async function zoneBeside(
  { table }: LogReading,
  file: string,
  { timeZone }: LogSettings,
): Promise<TimeZone | undefined> {
  return timeZone === '' && hasLocalTimes(table) ? zoneBesideLog(nodeDisk, file) : undefined;
}

async function runLogSetJob(
  { paths, settings }: LogSetJob,
  onProgress: ProgressSink,
  openElsewhere: OpenPartReader | undefined,
  addressData: AddressDataSource | undefined,
): Promise<LogSetJobResult> {
  const { set, problems, notLogs, leftOut } = await readLogSet(nodeDisk, paths, {
    settings,
    openElsewhere,
    onProgress: (done, total) => onProgress({ done, total }),
  });
  return {
    ...(set === undefined ? { findings: [], allowed: 0 } : await judgementOf(set, settings, addressData)),
    files: set?.files ?? [],
    copies: set?.copies ?? [],
    entries: set?.table.rows ?? 0,
    notLogs,
    leftOut,
    problems: problems.map(({ name, error }) => ({ name, message: describeProblem(error) })),
  };
}

async function judgementOf(
  set: LogSet,
  settings: LogSettings,
  addressData: AddressDataSource | undefined,
): Promise<Judgement> {
  const { findings, allowed } = analyseSet(set, settings, await networkLookup(set.table, addressData));
  return { findings, allowed };
}
