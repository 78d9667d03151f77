/** Bytes in memory of their own. */
export interface HeldBytes {
  readonly bytes: Uint8Array;
  /** There were more. */
  readonly isCut: boolean;
}

/** The first bytes of pieces that are lent. */
export async function heldBytes(chunks: AsyncIterable<Uint8Array>, most: number): Promise<HeldBytes> {
  const copies: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const wanted = chunk.subarray(0, most - length);
    // A piece is lent until the next one is asked for.
    copies.push(Uint8Array.from(wanted));
    length += wanted.length;
    if (wanted.length < chunk.length) return { bytes: Buffer.concat(copies), isCut: true };
  }
  return { bytes: copies.length === 1 ? copies[0]! : Buffer.concat(copies), isCut: false };
}
