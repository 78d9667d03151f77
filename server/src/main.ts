import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { addressDataSource } from './address/addressDataSource';
import { nodeDisk } from './nodeDisk';
import { nodeClock, nodeConnect, nodeResolver } from './nodeNetwork';
import { startServer } from './server';
import { createWorkerRunner } from './workerThread';

/** Entry of the language server: the built file stands in `dist/`, beside the worker, one folder from the data. */
startServer(createConnection(ProposedFeatures.all), {
  disk: nodeDisk,
  runJob: createWorkerRunner(path.join(__dirname, 'worker.js')),
  addressData: addressDataSource(() => nodeDisk.read(path.join(__dirname, '..', 'data', 'addresses.bin.br'))),
  network: { connect: nodeConnect, resolver: nodeResolver, clock: nodeClock },
});
