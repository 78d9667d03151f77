import path from 'node:path';
// Before all others: the thread that it starts loads its programs while this one loads its own.
import { runJob } from './firstThread';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { addressDataSource } from './address/addressDataSource';
import { nodeDisk } from './nodeDisk';
import { nodeClock, nodeConnect, nodeResolver } from './nodeNetwork';
import { startServer } from './server';

/** Entry of the language server: the built file stands in `dist/`, beside the worker, one folder from the data. */
startServer(createConnection(ProposedFeatures.all), {
  disk: nodeDisk,
  runJob,
  addressData: addressDataSource(() => nodeDisk.read(path.join(__dirname, '..', 'data', 'addresses.bin.br'))),
  network: { connect: nodeConnect, resolver: nodeResolver, clock: nodeClock },
});
