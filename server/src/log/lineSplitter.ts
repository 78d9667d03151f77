import { LINE_FEED } from './bytes';

/**
 * Longest line that is read, in bytes. Servers limit a request line to 8 KiB (Apache's LimitRequestLine, nginx's
 * large_client_header_buffers), so a longer line is damage or not a log; it must not fill the memory.
 */
export const LONGEST_LINE = 1024 * 1024;

/**
 * Takes a line without its line feed and the byte offset at which it begins. `overlong` lines come cut to `LONGEST_LINE`.
 * The bytes are valid during the call only.
 */
export type LineReceiver = (bytes: Uint8Array, start: number, end: number, offset: number, overlong: boolean) => void;

/** Cuts chunks of bytes into lines, whatever the chunks' borders are. */
export class LineSplitter {
  readonly #receive: LineReceiver;
  /** Beginning of the line that the last chunk did not end, at most `LONGEST_LINE` bytes of it. */
  #rest = new Uint8Array(0);
  /** How long that line is so far. */
  #restLength = 0;
  /** Offset at which the next line begins. */
  #offset = 0;

  constructor(receive: LineReceiver) {
    this.#receive = receive;
  }

  /** Number of bytes seen so far. */
  get bytes(): number {
    return this.#offset + this.#restLength;
  }

  /** Hands on every line that ends in this chunk. */
  push(chunk: Uint8Array): void {
    let start = 0;
    if (this.#restLength > 0) {
      const end = chunk.indexOf(LINE_FEED);
      if (end < 0) return this.#keep(chunk);
      this.#keep(chunk.subarray(0, end));
      this.#handRest();
      start = end + 1;
    }
    for (let end = chunk.indexOf(LINE_FEED, start); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      this.#hand(chunk, start, end, end - start);
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
  }

  /** Hands on the last line where no line feed ended it. */
  finish(): void {
    if (this.#restLength === 0) return;
    this.#handRest();
    this.#offset--;
  }

  #handRest(): void {
    const length = this.#restLength;
    this.#restLength = 0;
    this.#hand(this.#rest, 0, this.#rest.length, length);
    this.#rest = new Uint8Array(0);
  }

  #hand(bytes: Uint8Array, start: number, end: number, length: number): void {
    const offset = this.#offset;
    this.#offset += length + 1;
    this.#receive(bytes, start, Math.min(end, start + LONGEST_LINE), offset, length > LONGEST_LINE);
  }

  #keep(part: Uint8Array): void {
    this.#restLength += part.length;
    const kept = part.subarray(0, LONGEST_LINE - this.#rest.length);
    const joined = new Uint8Array(this.#rest.length + kept.length);
    joined.set(this.#rest);
    joined.set(kept, this.#rest.length);
    this.#rest = joined;
  }
}
