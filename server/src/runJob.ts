import { memorySource } from './log/byteSource';
import { newestMoment } from './log/newestMoment';
import { readLog } from './log/readLog';
import { analyseLog } from './logAnalysis';
import type { Job, JobProgress, JobResults, LogJob, LogJobResult } from './jobs';
import { nodeDisk } from './nodeDisk';
import { readLogFile, readPart, type ReadPartElsewhere } from './readLogFile';
import { auditSite } from './site/auditSite';
import { UnpackedBytes } from './unpackedBytes';

/** Takes how far a job is. */
type ProgressSink = (progress: JobProgress) => void;

/**
 * Does one job on the machine's disk; what a worker thread runs.
 * @param readElsewhere `undefined` where there is no other processor
 */
export async function runJob(
  job: Job,
  onProgress: ProgressSink,
  readElsewhere?: ReadPartElsewhere,
): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'log':
      return runLogJob(job, onProgress, readElsewhere);
    case 'logPart':
      return readPart(nodeDisk, job.part);
    case 'site':
      return auditSite(nodeDisk, job.root, job.settings, {
        onProgress: ({ files, total }) => onProgress({ done: files, total }),
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
    const reading = await readLog(memorySource(bytes), { newest: newestMoment(file, Date.now()) });
    return { analysis: analyseLog(reading, file, settings), stored: { kind: 'memory', bytes } };
  }
  const { size } = await nodeDisk.status(from.path);
  const unpacked = new UnpackedBytes(from.path, unpackTo);
  const reading = await readLogFile(nodeDisk, from.path, readElsewhere, {
    onUnpacked: (chunk) => unpacked.add(chunk),
    onProgress: (done) => onProgress({ done, total: size }),
  });
  return {
    analysis: analyseLog(reading, file, settings),
    stored: reading.packing === 'plain' ? { kind: 'file', path: from.path } : await unpacked.finish(),
  };
}
