import { auditSiteFolder } from './auditSiteFolder';
import { memorySource } from './log/byteSource';
import { newestMoment } from './log/newestMoment';
import { readLog } from './log/readLog';
import { analyseLog } from './logAnalysis';
import type { Job, JobProgress, JobResults, LogJob, LogJobResult } from './jobs';
import { nodeDisk } from './nodeDisk';
import { readLogFile, readPart, type ReadPartElsewhere } from './readLogFile';
import { readFiles } from './site/readSite';
import type { ReadFilesElsewhere } from './site/siteModel';
import { UnpackedBytes } from './unpackedBytes';

/** What a job has other threads do. */
export interface OtherThreads {
  readonly readPart?: ReadPartElsewhere;
  readonly readSiteFiles?: ReadFilesElsewhere;
}

/** Takes how far a job is. */
type ProgressSink = (progress: JobProgress) => void;

/**
 * Does one job on the machine's disk; what a worker thread runs.
 * @param threads what other threads can do; nothing where there is no other processor
 */
export async function runJob(
  job: Job,
  onProgress: ProgressSink,
  threads: OtherThreads = {},
): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'log':
      return runLogJob(job, onProgress, threads.readPart);
    case 'logPart':
      return readPart(nodeDisk, job.part);
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
  readElsewhere: ReadPartElsewhere | undefined,
): Promise<LogJobResult> {
  if ('text' in from) {
    const bytes = new TextEncoder().encode(from.text);
    // A text in the editor may be newer than its file, or have none.
    const reading = await readLog(memorySource(bytes), {
      newest: newestMoment(file, Date.now()),
      userFormats: settings.logFormats,
    });
    return { analysis: analyseLog(reading, file, settings), stored: { kind: 'memory', bytes } };
  }
  const { size } = await nodeDisk.status(from.path);
  const unpacked = new UnpackedBytes(from.path, unpackTo);
  const reading = await readLogFile(nodeDisk, from.path, readElsewhere, {
    userFormats: settings.logFormats,
    onUnpacked: (chunk) => unpacked.add(chunk),
    onProgress: (done) => onProgress({ done, total: size }),
  });
  return {
    analysis: analyseLog(reading, file, settings),
    stored: reading.packing === 'plain' ? { kind: 'file', path: from.path } : await unpacked.finish(),
  };
}
