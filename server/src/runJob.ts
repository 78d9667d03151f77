import { memorySource } from './log/byteSource';
import { newestMoment } from './log/newestMoment';
import { readLog } from './log/readLog';
import { analyseLog } from './logAnalysis';
import { MOST_KEPT_BYTES, type Job, type JobProgress, type JobResults, type LogJob, type LogJobResult } from './jobs';
import { nodeDisk } from './nodeDisk';
import { readLogFile, readPart, type ReadPartElsewhere } from './readLogFile';
import { auditSite } from './site/auditSite';

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
  { bytes: from, file, settings }: LogJob,
  onProgress: ProgressSink,
  readElsewhere: ReadPartElsewhere | undefined,
): Promise<LogJobResult> {
  if ('text' in from) {
    const bytes = new TextEncoder().encode(from.text);
    // A text in the editor may be newer than its file, or have none.
    const reading = await readLog(memorySource(bytes), { newest: newestMoment(file, Date.now()) });
    return { analysis: analyseLog(reading, file, settings), bytes };
  }
  const { size } = await nodeDisk.status(from.path);
  const kept = new KeptBytes();
  const reading = await readLogFile(nodeDisk, from.path, readElsewhere, {
    onUnpacked: (chunk) => kept.add(chunk),
    onProgress: (done) => onProgress({ done, total: size }),
  });
  return {
    analysis: analyseLog(reading, file, settings),
    bytes: reading.packing === 'plain' ? undefined : kept.joined(),
  };
}

/** The bytes of a log as long as they are few enough to keep. */
class KeptBytes {
  #chunks: Uint8Array[] = [];
  #length = 0;

  add(chunk: Uint8Array): void {
    this.#length += chunk.length;
    if (this.#length > MOST_KEPT_BYTES) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  joined(): Uint8Array | undefined {
    if (this.#length > MOST_KEPT_BYTES) return undefined;
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}
