import type { FoundNetwork } from '../foundNetwork';
import { readArin } from './arin';
import { readJpnic } from './jpnic';
import { readKrnic } from './krnic';
import { readLacnic } from './lacnic';
import { readRpsl } from './rpsl';
import { readTwnic } from './twnic';

/** One reader for each shape of answers; a reader finds nothing in answers of another shape. */
const READERS: readonly ((text: string) => FoundNetwork[])[] = [
  readRpsl,
  readArin,
  readLacnic,
  readJpnic,
  readKrnic,
  readTwnic,
];

/** All networks that an answer describes, whoever gave it: registries pass on one another's answers. */
export function readWhoisNetworks(text: string): FoundNetwork[] {
  return READERS.flatMap((read) => read(text));
}
