import path from 'node:path';
import { addressDataOf, tablesOnce } from './address/addressDataSource';
import { readTablesElsewhere } from './addressThread';
import { createWorkerRunner } from './workerThread';

const addressTables = tablesOnce(() =>
  readTablesElsewhere(path.join(__dirname, 'addressWorker.js'), path.join(__dirname, '..', 'data', 'addresses.bin.br')),
);

/** The bundled network data, in memory that the threads share. */
export const addressData = addressDataOf(addressTables);

/** Runs the server's jobs. The first thread starts when this file is evaluated, and loads while the files after this one are. */
export const runJob = createWorkerRunner(path.join(__dirname, 'worker.js'), { startsAtOnce: true, addressTables });
