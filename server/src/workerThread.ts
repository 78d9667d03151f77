import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, JobProgress, JobResults, Language, WorkerInput, WorkerMessage } from './jobs';
import { currentLanguage } from './language';
import type { ReadFilesElsewhere } from './site/siteModel';

/** A job was stopped by who asked for it. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

/** A job failed; `code` is the platform's error code where there is one (ENOENT, EACCES …). */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: JobProgress) => void;
}

/** Runs jobs somewhere that does not hold up the message loop. */
export type JobRunner = <Kind extends Job['kind']>(
  job: Extract<Job, { kind: Kind }>,
  language: Language,
  options?: JobOptions,
) => Promise<JobResults[Kind]>;

/** Other threads read a site's files faster up to this number; each takes some 80 MB. */
const MOST_SITE_THREADS = 3;

/** Reads files of sites in worker threads; `undefined` on a machine with one processor. */
export function siteFilesReader(script: string): ReadFilesElsewhere | undefined {
  const threads = Math.min(MOST_SITE_THREADS, availableParallelism() - 1);
  if (threads < 1) return undefined;
  const run = createWorkerRunner(script);
  return {
    threads,
    read(root, files, known, onProgress) {
      return run({ kind: 'siteFiles', root, files, known }, currentLanguage(), {
        onProgress: ({ done }) => onProgress(done),
      });
    },
  };
}

/**
 * Runs each job in a worker thread of its own, so that stopping one is ending its thread.
 * @param script path of the built `worker.js`
 */
export function createWorkerRunner(script: string): JobRunner {
  return (job, language, options = {}) =>
    new Promise((resolve, reject) => {
      const { signal, onProgress } = options;
      if (signal?.aborted) return reject(new JobCancelled());
      const input: WorkerInput = { job, language };
      const worker = new Worker(script, { workerData: input });
      const stop = (): void => {
        reject(new JobCancelled());
        void worker.terminate();
      };
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') onProgress?.(message);
        // The runner's type ties the kind of result to the kind of job.
        else if (message.kind === 'done') resolve(message.result as never);
        else reject(new JobFailed(message.message, message.code));
      });
      worker.on('error', (error) => reject(new JobFailed(error.message)));
      worker.on('exit', () => {
        signal?.removeEventListener('abort', stop);
        reject(new JobFailed('The worker thread ended without a result'));
      });
    });
}
