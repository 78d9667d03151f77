/** Bytes that come in pieces, taken in the amounts that a format asks for. */
export class ByteInput {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#iterator = pieces[Symbol.asyncIterator]();
  }

  /** The next `count` bytes, fewer at the end; a copy. */
  async take(count: number): Promise<Uint8Array> {
    const taken = new Uint8Array(count);
    let filled = 0;
    for await (const part of this.parts(count)) {
      taken.set(part, filled);
      filled += part.length;
    }
    return taken.subarray(0, filled);
  }

  /** The next `count` bytes, fewer at the end, in pieces that are lent until the next one is asked for. */
  async *parts(count: number): AsyncGenerator<Uint8Array> {
    let left = count;
    while (left > 0 && (await this.#fill())) {
      const part = this.#piece.subarray(this.#at, this.#at + left);
      this.#at += part.length;
      left -= part.length;
      yield part;
    }
  }

  async close(): Promise<void> {
    await this.#iterator.return?.();
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#piece.length) {
      const step = await this.#iterator.next();
      if (step.done) return false;
      this.#piece = step.value;
      this.#at = 0;
    }
    return true;
  }
}
