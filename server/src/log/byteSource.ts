/** Where the bytes of a log come from: a file, an open document, a test. */
export interface ByteSource {
  /** Bytes that `chunks` will give, for progress and estimates; `undefined` when unknown. */
  readonly size: number | undefined;
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes that are already in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async *chunks() {
      if (bytes.length > 0) yield bytes;
    },
  };
}
