const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const TO_SMALL = 0x20;

/** Each byte as a small letter where it is a capital one of A to Z. In UTF-8 no other character has such bytes. */
const SMALL = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= CAPITAL_A && byte <= CAPITAL_Z ? byte + TO_SMALL : byte,
);

/** A text that is looked for in bytes. Of letters only those from A to Z may differ in case. */
export class Needle {
  readonly #bytes: Buffer;
  readonly #ignoresCase: boolean;
  #folded = Buffer.alloc(0);

  constructor(text: string, matchCase: boolean) {
    this.#ignoresCase = !matchCase && /[a-z]/i.test(text);
    this.#bytes = Buffer.from(text);
    if (this.#ignoresCase) this.#bytes = Buffer.from(fold(this.#bytes, Buffer.alloc(this.#bytes.length)));
  }

  /** Bytes as the needle is compared with them: lent until the next ones are prepared. */
  prepare(bytes: Buffer): Buffer {
    if (!this.#ignoresCase) return bytes;
    if (this.#folded.length < bytes.length) this.#folded = Buffer.alloc(bytes.length);
    return fold(bytes, this.#folded);
  }

  /** Where the needle next stands in prepared bytes; -1: nowhere. */
  find(prepared: Buffer, from: number): number {
    return this.#bytes.length === 0 ? -1 : prepared.indexOf(this.#bytes, from);
  }
}

function fold(bytes: Buffer, into: Buffer): Buffer {
  for (let at = 0; at < bytes.length; at++) into[at] = SMALL[bytes[at]!]!;
  return into.subarray(0, bytes.length);
}
