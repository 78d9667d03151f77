import path from 'node:path';
import { parentPort, type TransferListItem } from 'node:worker_threads';
import { addressDataOf, type AddressTablesState } from './address/addressDataSource';
import { partThreads } from './partThread';
import { runJob, type OtherThreads } from './runJob';
import type { Job, JobProgress, Language, WorkerInput, WorkerMessage } from './jobs';
import { useLanguage } from './language';
import { inSharedMemory } from './sharedMemory';
import { transferables } from './transferables';
import { siteAuditor, siteFilesReader } from './workerThread';

/** What the threads beside this one can do. */
const threads: OtherThreads = {
  openPartReader: partThreads(path.join(__dirname, 'partWorker.js')),
  readSiteFiles: siteFilesReader(__filename),
  auditSite: siteAuditor(__filename),
};

let takeAddressTables: (state: AddressTablesState) => void = () => undefined;

/** Asked for when a job first needs it, and kept for the next: who gives the jobs has it for other things anyway. */
const addressData = addressDataOf(
  () =>
    new Promise((resolve) => {
      takeAddressTables = resolve;
      post({ kind: 'needsAddressTables' });
    }),
);

/** Entry of the worker thread: does one job after the other, says how far it is and hands over the result. */
async function work(job: Job, language: Language): Promise<void> {
  useLanguage(language);
  try {
    const onProgress = (progress: JobProgress): void => post({ kind: 'progress', ...progress });
    const result = await runJob(job, onProgress, threads, addressData);
    // A log that was read is needed in other threads again when it goes on.
    if (job.kind === 'log') post({ kind: 'done', result: inSharedMemory(result) });
    else post({ kind: 'done', result }, transferables(result));
  } catch (error) {
    post({ kind: 'failed', ...describe(error) });
  }
}

function post(message: WorkerMessage, moved: readonly TransferListItem[] = []): void {
  parentPort?.postMessage(message, moved);
}

function describe(error: unknown): { code: string | undefined; message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  return { code: 'code' in error && typeof error.code === 'string' ? error.code : undefined, message: error.message };
}

parentPort?.on('message', (input: WorkerInput) => {
  if (input.kind === 'job') void work(input.job, input.language);
  else takeAddressTables(input.state);
});
