import { parentPort, workerData } from 'node:worker_threads';
import { readTables } from './address/addressDataSource';
import { nodeDisk } from './nodeDisk';
import { inSharedMemory } from './sharedMemory';

/** Entry of the thread that reads the network data of a file, which takes it a tenth of a second. What it throws, its parent hears. */
async function read(file: string): Promise<void> {
  parentPort?.postMessage(inSharedMemory(await readTables(() => nodeDisk.read(file))));
}

void read(workerData as string);
