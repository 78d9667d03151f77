import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LogPart, OpenPartReader, PartReader, PartReading, PartedLog } from './partReader';
import { JobFailed } from './workerThread';

/** What the thread says of each part, in the order in which it was asked. */
export type PartMessage =
  | { readonly reading: PartReading }
  | { readonly code: string | undefined; readonly message: string };

/** Somebody who waits for a part. */
interface Waiting {
  readonly resolve: (reading: PartReading) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads parts of logs in a thread of its own; `undefined` on a machine with one processor, where that would save nothing.
 * @param script path of the built `partWorker.js`
 */
export function partThreads(script: string): OpenPartReader | undefined {
  return availableParallelism() < 2 ? undefined : (log) => new PartThread(script, log);
}

class PartThread implements PartReader {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(script: string, log: PartedLog) {
    this.#worker = new Worker(script, { workerData: log });
    this.#worker.on('message', (message: PartMessage) => {
      const waiting = this.#waiting.shift();
      if ('reading' in message) waiting?.resolve(message.reading);
      else waiting?.reject(new JobFailed(message.message, message.code));
    });
    this.#worker.on('error', (error) => this.#failAll(error.message));
    this.#worker.on('exit', () => this.#failAll('The worker thread ended without a result'));
  }

  read(part: LogPart): Promise<PartReading> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(part);
    });
  }

  close(): void {
    void this.#worker.terminate();
  }

  #failAll(message: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new JobFailed(message));
  }
}
