import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AddressTablesSource } from './address/addressDataSource';
import type { AuditElsewhere } from './auditSiteFolder';
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

/** Audits sites in a thread of its own, for one that reads logs meanwhile; `undefined` on a machine with one processor. */
export function siteAuditor(script: string): AuditElsewhere | undefined {
  if (availableParallelism() < 2) return undefined;
  const run = createWorkerRunner(script);
  return (folder, onProgress) => {
    const job = { kind: 'site', ...folder } as const;
    return run(job, currentLanguage(), { onProgress: ({ done, total }) => onProgress(done, total) });
  };
}

/**
 * How long a thread waits for another job, in ms: what a log gains, and what somebody types at its end, is read with programs that
 * are loaded and data that is at hand already. (Measured: a new thread takes half a second for the rules, a used one 0.2 s.)
 */
const IDLE_TIME = 5 * 60_000;

/** Jobs that come one soon after the other, and have a thread each; after others, which may take much memory, the thread ends. */
const FOLLOWED_JOBS: readonly Job['kind'][] = ['log', 'selectLines'];

export interface WorkerRunnerOptions {
  /** Whether a thread starts now and is there for the first job, of whatever kind: loading its programs takes some 0.1 s. */
  readonly startsAtOnce?: boolean;
  /** The network data, for jobs that read logs. */
  readonly addressTables?: AddressTablesSource;
}

/**
 * Runs each job in a worker thread that does nothing else meanwhile, so that stopping a job is ending its thread.
 * @param script path of the built `worker.js`
 */
export function createWorkerRunner(
  script: string,
  { startsAtOnce = false, addressTables = noAddressTables }: WorkerRunnerOptions = {},
): JobRunner {
  const waiting = new Map(FOLLOWED_JOBS.map((kind) => [kind, new WaitingThread()]));
  const first = new WaitingThread();
  if (startsAtOnce) first.put(new Worker(script));
  return (job, language, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new JobCancelled());
      const worker = waiting.get(job.kind)?.take() ?? first.take() ?? new Worker(script);
      const end = (): void => {
        signal?.removeEventListener('abort', stop);
        worker.off('message', hear).off('error', fail).off('exit', fail);
      };
      const giveUp = (error: Error): void => {
        end();
        void worker.terminate();
        reject(error);
      };
      const stop = (): void => giveUp(new JobCancelled());
      const fail = (error: unknown): void => {
        const text = error instanceof Error ? error.message : 'The worker thread ended without a result';
        giveUp(new JobFailed(text));
      };
      const hear = (message: WorkerMessage): void => {
        if (message.kind === 'progress') return onProgress?.(message);
        if (message.kind === 'needsAddressTables') {
          return void addressTables().then((state) => tell(worker, { kind: 'addressTables', state }));
        }
        if (message.kind === 'failed') return giveUp(new JobFailed(message.message, message.code));
        end();
        const place = waiting.get(job.kind);
        if (place === undefined) void worker.terminate();
        else place.put(worker);
        // The runner's type ties the kind of result to the kind of job.
        return resolve(message.result as never);
      };
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', hear).on('error', fail).on('exit', fail);
      tell(worker, { kind: 'job', job, language });
    });
}

const noAddressTables: AddressTablesSource = async () => ({ problem: 'No network data for these jobs' });

function tell(worker: Worker, input: WorkerInput): void {
  worker.postMessage(input);
}

/** A place where a thread that has nothing to do waits for a job. */
class WaitingThread {
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** The thread that waits, if there is one. */
  take(): Worker | undefined {
    const worker = this.#worker;
    this.#forget();
    worker?.ref();
    return worker;
  }

  /** Has a thread wait, in the place of the one that does. */
  put(worker: Worker): void {
    void this.#worker?.terminate();
    this.#forget();
    // A thread that waits keeps no process alive.
    worker.unref();
    // One that fails meanwhile takes nothing with it: the next job starts another, and tells if that fails too.
    worker.on('error', this.#forget).on('exit', this.#forget);
    this.#worker = worker;
    this.#timer = setTimeout(() => void worker.terminate(), IDLE_TIME).unref();
  }

  readonly #forget = (): void => {
    clearTimeout(this.#timer);
    this.#worker?.off('error', this.#forget).off('exit', this.#forget);
    this.#worker = undefined;
  };
}
