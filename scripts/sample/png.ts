import { crc32, deflateSync } from 'node:zlib';

/** A colour as red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TRUE_COLOUR = 2;

/**
 * A picture of horizontal bands, one pixel high each and `width` pixels wide (PNG, https://www.w3.org/TR/png-3/). The
 * pixels are stored without compression, so that every version of zlib writes the same bytes.
 */
export function bandedPng(width: number, bands: readonly Colour[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(bands.length, 4);
  header.set([8, TRUE_COLOUR], 8);
  const filter = 0;
  const pixels = bands.flatMap((colour) => [filter, ...Array.from({ length: width }, () => colour).flat()]);
  const data = deflateSync(Uint8Array.from(pixels), { level: 0 });
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
