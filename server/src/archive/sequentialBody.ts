import type { ByteInput } from './packings/byteInput';

/** A file in an archive that is read from its beginning to its end. Its bytes can be read once, before the next one is asked for. */
export interface SequentialMember {
  /** As the archive writes it. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** After the last chunk: whether the archive ended before the member did. */
  readonly damaged: () => boolean;
}

/** The body of a member, read as far as somebody wants. */
export class SequentialBody {
  readonly #input: ByteInput;
  readonly #padding: number;
  /** Bytes that have not been read. */
  left: number;
  /** It was read to its end, which came too early. */
  isCut = false;

  /** @param padding bytes behind the body that belong to nothing */
  constructor(input: ByteInput, size: number, padding: number) {
    this.#input = input;
    this.#padding = padding;
    this.left = size;
  }

  /** The member that this is the body of. */
  memberOf(name: string): SequentialMember {
    return { name, chunks: this.chunks(), damaged: () => this.isCut };
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#input.parts(this.left)) {
      this.left -= chunk.length;
      yield chunk;
    }
    this.isCut = this.left > 0;
  }

  /** Goes to the next header; false when the archive ends before. */
  async skip(): Promise<boolean> {
    let left = this.left + this.#padding;
    for await (const chunk of this.#input.parts(left)) left -= chunk.length;
    return left === 0;
  }
}
