/** Packed bytes that are unpacked in one go: a block of 4 bytes may unpack to 128 KiB (RFC 8878 §3.1.1.2), so 64 MiB. */
const PIECE_BYTES = 2048;

/**
 * Unpacks Zstandard (RFC 8878), one frame after the other. What comes before damage is given. Checksums are not looked at:
 * the library skips them.
 * @param onDamage called when data is missing or wrong
 */
export async function* unzstd(packed: AsyncIterable<Uint8Array>, onDamage: () => void): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  const unpacked: Uint8Array[] = [];
  const unpacker = new Decompress((chunk) => unpacked.push(chunk));
  /** False when the bytes are not what they should be: the library then throws errors of several kinds. */
  const push = (bytes: Uint8Array, isLast: boolean): boolean => {
    try {
      unpacker.push(bytes, isLast);
      return true;
    } catch {
      return false;
    }
  };
  for await (const chunk of packed) {
    // Copied, as the library keeps parts of what it gets and a chunk is lent until the next one is asked for.
    const own = Uint8Array.from(chunk);
    for (let at = 0; at < own.length; at += PIECE_BYTES) {
      const wentWell = push(own.subarray(at, at + PIECE_BYTES), false);
      yield* unpacked.splice(0);
      if (!wentWell) return onDamage();
    }
  }
  const wentWell = push(new Uint8Array(0), true);
  yield* unpacked.splice(0);
  if (!wentWell) onDamage();
}
