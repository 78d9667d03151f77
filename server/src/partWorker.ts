import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from './nodeDisk';
import { openPartReader, type LogPart, type PartedLog } from './partReader';
import type { PartMessage } from './partThread';
import { transferables } from './transferables';

/** Entry of the thread that reads parts of a log for another. A file of its own, as it starts in a fraction of the time. */
const reader = openPartReader(nodeDisk, workerData as PartedLog);

parentPort?.on('message', (part: LogPart) => void answer(part));

async function answer(part: LogPart): Promise<void> {
  const message = await reader.read(part).then((reading): PartMessage => ({ reading }), describe);
  parentPort?.postMessage(message, transferables(message));
}

function describe(error: NodeJS.ErrnoException): PartMessage {
  return { code: error.code, message: error.message };
}
