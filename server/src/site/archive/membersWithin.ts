import type { Peeked } from '../../archive/decompress';
import { isZip } from '../../archive/zip';
import { heldBytes } from './heldBytes';
import { membersOfBytes, membersOfChunks, type Member, type MemberOptions } from './members';

/** A zip within an archive has its directory at its end, so that all of it is held in memory; of tar nothing is. */
const HELD_ZIP_BYTES = 256 * 1024 * 1024;

/** A zip within an archive is too large to be held in memory. */
export class TooLargeWithin extends Error {
  override readonly name = 'TooLargeWithin';
}

/** The files of an archive that is itself in an archive. Rejects as `membersOfFile`, and with `TooLargeWithin`. */
export async function* membersWithin({ beginning, chunks }: Peeked, options: MemberOptions): AsyncGenerator<Member> {
  if (!isZip(beginning)) return yield* membersOfChunks(chunks, options);
  const { bytes, isCut } = await heldBytes(chunks, HELD_ZIP_BYTES);
  if (isCut) throw new TooLargeWithin();
  yield* membersOfBytes(bytes, options);
}
