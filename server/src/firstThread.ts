import path from 'node:path';
import { createWorkerRunner } from './workerThread';

/** Runs the server's jobs. The first thread starts when this file is evaluated, and loads while the files after this one are. */
export const runJob = createWorkerRunner(path.join(__dirname, 'worker.js'), { startsAtOnce: true });
