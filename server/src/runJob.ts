import type { ByteSource } from './log/byteSource';
import { memorySource } from './log/byteSource';
import { analyseLog } from './logAnalysis';
import { MOST_KEPT_BYTES, type Job, type JobProgress, type JobResults, type LogJob, type LogJobResult } from './jobs';
import { nodeDisk } from './nodeDisk';
import { auditSite } from './site/auditSite';

/** Does one job on the machine's disk; what a worker thread runs. */
export function runJob(job: Job, onProgress: (progress: JobProgress) => void): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'log':
      return runLogJob(job, onProgress);
    case 'site':
      return auditSite(nodeDisk, job.root, job.settings, {
        onProgress: ({ files, total }) => onProgress({ done: files, total }),
      });
  }
}

async function runLogJob(job: LogJob, onProgress: (progress: JobProgress) => void): Promise<LogJobResult> {
  if ('text' in job.bytes) {
    const bytes = new TextEncoder().encode(job.bytes.text);
    return { analysis: await analyseLog(memorySource(bytes), job.file, job.settings), bytes };
  }
  const source = await fileSource(job.bytes.path);
  const kept = new KeptBytes();
  const analysis = await analyseLog(source, job.file, job.settings, {
    onUnpacked: (chunk) => kept.add(chunk),
    onProgress: (done) => onProgress({ done, total: source.size }),
  });
  return { analysis, bytes: analysis.packing === 'plain' ? undefined : kept.joined() };
}

async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await nodeDisk.status(path);
  return { size, chunks: () => nodeDisk.stream(path) };
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
