/** Bytes that are compared at a time. */
export const WORD = 4;

let lastBytes: Uint8Array = new Uint8Array(0);
let lastView = new DataView(lastBytes.buffer);

/** Bytes as words, wherever those begin. One chunk after the other is read, so the view of the last one is kept. */
export function wordsOf(bytes: Uint8Array): DataView {
  if (bytes === lastBytes) return lastView;
  lastBytes = bytes;
  lastView = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return lastView;
}

/** Where an ASCII byte first stands in `[start, end)`, or `end`. Looks at four bytes at a time and never behind the end. */
export function positionOf(bytes: Uint8Array, byte: number, start: number, end: number): number {
  const words = wordsOf(bytes);
  const pattern = byte * 0x0101_0101;
  let at = start;
  for (const last = end - WORD; at <= last; at += WORD) {
    const difference = words.getInt32(at, true) ^ pattern;
    // Only a byte that is zero borrows from its highest bit without having had it (Warren, Hacker's Delight, 6-1).
    if (((difference - 0x0101_0101) & ~difference & 0x8080_8080) !== 0) break;
  }
  while (at < end && bytes[at] !== byte) at++;
  return at;
}
