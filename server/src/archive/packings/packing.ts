import { isGzip } from './gzip';

/** How a file is packed, told by its first bytes and never by its name. */
export type FilePacking = 'plain' | 'gzip' | 'bzip2' | 'xz' | 'zstd';

/** How a log is packed; `archive`: it is a member of one and not packed by itself. */
export type Packing = FilePacking | 'archive';

/** First bytes that are enough to tell every packing. */
export const TELLING_BYTES = 10;

/** `BZh`, the size of the blocks, and then the signature of a block or of the end; in hexadecimal. */
const BZIP2 = /^425a683[1-9](?:314159265359|177245385090)/;
const XZ = /^fd377a585a00/;
/** A frame of data, or one to be skipped (RFC 8878 §3.1). */
const ZSTD = /^(?:28b52ffd|5[\da-f]2a4d18)/;

/** Packings that logs rarely come in and that nothing here takes off, by their first bytes in hexadecimal. */
const UNSUPPORTED: readonly (readonly [beginning: string, name: string])[] = [
  ['377abcaf271c', '7z'],
  ['526172211a07', 'RAR'],
  ['1f9d', 'compress (.Z)'],
  ['04224d18', 'LZ4'],
  ['4c5a495001', 'lzip'],
  // Backups of Akeeba, with the length of the header (https://www.akeeba.com/documentation/akeeba-solo/jpa-archive-format.html).
  ['4a50411300', 'JPA'],
  ['4a50411b00', 'JPA'],
];

/** The packing that a file's first bytes (`TELLING_BYTES` of them) tell. */
export function packingOf(beginning: Uint8Array): FilePacking {
  if (isGzip(beginning)) return 'gzip';
  const signature = hexadecimal(beginning);
  if (BZIP2.test(signature)) return 'bzip2';
  if (XZ.test(signature)) return 'xz';
  return ZSTD.test(signature) ? 'zstd' : 'plain';
}

/** Name of a packing that can't be taken off here; `undefined` when there is none. */
export function unsupportedPackingOf(beginning: Uint8Array): string | undefined {
  const signature = hexadecimal(beginning);
  return UNSUPPORTED.find(([start]) => signature.startsWith(start))?.[1];
}

function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, TELLING_BYTES)).toString('hex');
}
