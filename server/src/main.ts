// Before all others: the thread that it starts loads its programs while this one loads its own.
import { addressData, runJob } from './firstThread';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeDisk } from './nodeDisk';
import { nodeClock, nodeConnect, nodeResolver } from './nodeNetwork';
import { startServer } from './server';
import { readLanguage } from './wordBundle';

/** Entry of the language server: the built file stands in `dist/`, beside the worker, one folder from the data. */
startServer(createConnection(ProposedFeatures.all), {
  disk: nodeDisk,
  runJob,
  addressData,
  languageOf: (locale) => readLanguage(nodeDisk, join(__dirname, '..', 'l10n'), locale),
  network: { connect: nodeConnect, resolver: nodeResolver, clock: nodeClock },
});
