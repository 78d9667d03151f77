import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that the program holds once everything that nobody needs is collected. */
export function heldBytes(): number {
  // The collector has no other way in than this flag, which is seen by contexts that are made afterwards.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
