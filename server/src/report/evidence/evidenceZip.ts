import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';

/** Takes bytes of an archive, in their order. */
export type ByteSink = (bytes: Uint8Array) => Promise<void>;

/** A file in the archive, and its bytes before they are packed. */
export interface PackedMember {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Packs files into a zip archive piece by piece, so that no file need fit into memory. The same files make the same archive. */
export class EvidenceZip {
  readonly #sink: ByteSink;
  readonly #date: Date;
  readonly #zip: Zip;
  readonly #members: PackedMember[] = [];
  /** What was packed and not yet handed on. */
  #packed: Uint8Array[] = [];
  #failure: Error | null = null;

  /** @param day that all members are of, `YYYY-MM-DD` from 1980 to 2099, as zip archives know no zone */
  constructor(sink: ByteSink, day: string) {
    this.#sink = sink;
    const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
    this.#date = new Date(year, month - 1, date);
    this.#zip = new Zip((failure, bytes) => {
      this.#failure ??= failure;
      this.#packed.push(bytes);
    });
  }

  /** What was packed so far. */
  get members(): readonly PackedMember[] {
    return this.#members;
  }

  /**
   * Adds a file.
   * @param name safe for every system, unlike that of any other member
   */
  async add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<PackedMember> {
    const file = new ZipDeflate(name);
    file.mtime = this.#date;
    const hash = createHash('sha256');
    let size = 0;
    this.#zip.add(file);
    for await (const piece of content) {
      hash.update(piece);
      size += piece.length;
      // The packer keeps what it is given until later, and pieces may be lent; `slice` of a Buffer copies nothing.
      file.push(Uint8Array.from(piece));
      await this.#handOn();
    }
    file.push(new Uint8Array(0), true);
    await this.#handOn();
    const member = { name, bytes: size, sha256: hash.digest('hex') };
    this.#members.push(member);
    return member;
  }

  /** The same for a text, as UTF-8. */
  addText(name: string, text: string): Promise<PackedMember> {
    return this.add(name, [Buffer.from(text)]);
  }

  /** Writes the archive's directory; nothing can be added afterwards. */
  async finish(): Promise<void> {
    this.#zip.end();
    await this.#handOn();
  }

  async #handOn(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const packed = this.#packed;
    this.#packed = [];
    for (const bytes of packed) await this.#sink(bytes);
  }
}
