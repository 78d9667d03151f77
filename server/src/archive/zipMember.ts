import { crc32 } from 'node:zlib';
import type { Disk } from '../disk';
import { unlessBomb, UnsupportedPacking } from './decompress';
import { inflate } from './packings/gzip';
import { zipDataStart, type ZipMember } from './zip';

/** A member can be read with its password only. */
export class EncryptedMember extends Error {
  readonly code = 'EENCRYPTED';
}

/** Ways of packing (APPNOTE 4.4.5) that nothing here takes off, for people. */
const METHOD_NAMES: Readonly<Record<number, string>> = { 9: 'Deflate64', 14: 'LZMA', 98: 'PPMd', 99: 'AES' };

/**
 * The unpacked data of a member.
 * @param onDamage called when data is missing or wrong; what was readable before that is given all the same
 * @throws EncryptedMember, UnsupportedPacking, and the disk's error
 */
export async function* zipMemberChunks(
  disk: Disk,
  path: string,
  member: ZipMember,
  onDamage: () => void,
): AsyncGenerator<Uint8Array> {
  if (member.isEncrypted) throw new EncryptedMember('The member is encrypted');
  const start = await zipDataStart(disk, path, member);
  if (start === undefined) return onDamage();
  const unpack = await unpackerOf(member.method);
  const packed = disk.stream(path, start, start + member.packedSize);
  let size = 0;
  let checksum = 0;
  for await (const chunk of unlessBomb(packed, (bytes) => unpack(bytes, onDamage))) {
    size += chunk.length;
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  const isAsListed = member.size === undefined || (member.size === size && member.checksum === checksum);
  if (!isAsListed) onDamage();
}

/** Takes a packing off. */
type Unpacker = (packed: AsyncIterable<Uint8Array>, onDamage: () => void) => AsyncIterable<Uint8Array>;

async function unpackerOf(method: number): Promise<Unpacker> {
  switch (method) {
    case 0:
      return (stored) => stored;
    case 8:
      return inflate;
    case 12:
      return (await import('./packings/bzip2')).bunzip2;
    case 93:
      return (await import('./packings/zstd')).unzstd;
    case 95:
      return (await import('./packings/xz')).unxz;
    default:
      throw new UnsupportedPacking(METHOD_NAMES[method] ?? `zip ${method}`);
  }
}
