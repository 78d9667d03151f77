import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { UnpackJob } from '../../../server/src/jobs';
import { createWorkerRunner, JobFailed, type JobRunner } from '../../../server/src/workerThread';
import { TemporaryFolder } from '../../support/temporaryFolder';

/** A worker whose result is the number of its thread: numbers are given when threads are started, one after the other. */
const TELLS_ITS_THREAD = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', () => parentPort.postMessage({ kind: 'done', result: threadId }));
`;

/** A worker whose result is the network data that it is given, asked for once the job has come. */
const TELLS_ITS_TABLES = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ kind, state }) => {
  if (kind === 'job') parentPort.postMessage({ kind: 'needsAddressTables' });
  else parentPort.postMessage({ kind: 'done', result: state });
});
`;

const job: UnpackJob = { kind: 'unpack', path: '', maximumBytes: 0 };

/** What a worker of these tests gives back is no unpacked log. */
async function resultOf(run: JobRunner): Promise<unknown> {
  return run(job, { locale: 'en', words: {} });
}

async function threadOf(run: JobRunner): Promise<number> {
  return Number(await resultOf(run));
}

describe('the threads that run jobs', () => {
  let folder: TemporaryFolder;
  let script: string;

  before(async () => {
    folder = await TemporaryFolder.create();
    script = fileURLToPath(await folder.write('worker.js', TELLS_ITS_THREAD));
  });

  after(() => folder.remove());

  /** Number of a thread that is started now. */
  async function numberNow(): Promise<number> {
    const worker = new Worker(script);
    const { threadId } = worker;
    await worker.terminate();
    return threadId;
  }

  it('start with the first job', async () => {
    const run = createWorkerRunner(script);
    const before = await numberNow();
    assert.ok((await threadOf(run)) > before);
  });

  it('start at once where they are asked to, and each does one job that nothing follows', async () => {
    const run = createWorkerRunner(script, { startsAtOnce: true });
    const before = await numberNow();
    assert.ok((await threadOf(run)) < before);
    assert.ok((await threadOf(run)) > before);
  });

  it('are given the network data when they ask for it, or why there is none', async () => {
    const asking = fileURLToPath(await folder.write('asking.js', TELLS_ITS_TABLES));
    const run = createWorkerRunner(asking, { addressTables: async () => ({ problem: 'gone' }) });
    assert.deepEqual(await resultOf(run), { problem: 'gone' });
    assert.match(JSON.stringify(await resultOf(createWorkerRunner(asking))), /No network data/);
  });

  it('fail the jobs only, when there is no program for them', async () => {
    const run = createWorkerRunner(`${script}.missing`, { startsAtOnce: true });
    await numberNow();
    await assert.rejects(threadOf(run), JobFailed);
    await assert.rejects(threadOf(run), JobFailed);
  });
});
