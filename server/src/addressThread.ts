import { Worker } from 'node:worker_threads';
import type { AddressTables } from './address/addressData';

/**
 * Reads network data in a thread of its own, into memory that all threads share. Rejects with what that thread throws.
 * @param script path of the built `addressWorker.js`
 * @param file path of the data
 */
export function readTablesElsewhere(script: string, file: string): Promise<AddressTables> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: file });
    // Nobody is kept waiting at the end for data that no one asks for any more.
    worker.unref();
    worker.once('message', resolve).once('error', reject);
  });
}
