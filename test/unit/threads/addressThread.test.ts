import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { readTablesElsewhere } from '../../../server/src/addressThread';
import { TemporaryFolder } from '../../support/temporaryFolder';

/** Gives back the path that it was given, or throws. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
if (workerData === 'damaged') throw new Error('Not network data');
parentPort.postMessage({ date: workerData });
`;

describe('The thread that reads the network data', () => {
  let folder: TemporaryFolder;
  let script: string;

  before(async () => {
    folder = await TemporaryFolder.create();
    script = fileURLToPath(await folder.write('addressWorker.js', WORKER));
  });

  after(() => folder.remove());

  it('hands over what is in the file', async () => {
    assert.deepEqual(await readTablesElsewhere(script, '/data'), { date: '/data' });
  });

  it('says why it could not', async () => {
    await assert.rejects(readTablesElsewhere(script, 'damaged'), /Not network data/);
    await assert.rejects(readTablesElsewhere(`${script}.none`, '/data'));
  });
});
