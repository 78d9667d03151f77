import path from 'node:path';
import { addressDataOf, addressTablesSource, type AddressTablesSource } from './address/addressDataSource';
import { nodeDisk } from './nodeDisk';
import { inSharedMemory } from './sharedMemory';
import { createWorkerRunner } from './workerThread';

const bundledTables = addressTablesSource(() => nodeDisk.read(path.join(__dirname, '..', 'data', 'addresses.bin.br')));
let sharedTables: ReturnType<AddressTablesSource> | undefined;
const addressTables: AddressTablesSource = () => (sharedTables ??= bundledTables().then(inSharedMemory));

/** The bundled network data, in memory that the threads share. */
export const addressData = addressDataOf(addressTables);

/** Runs the server's jobs. The first thread starts when this file is evaluated, and loads while the files after this one are. */
export const runJob = createWorkerRunner(path.join(__dirname, 'worker.js'), { startsAtOnce: true, addressTables });
