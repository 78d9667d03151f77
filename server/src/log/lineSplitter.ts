import { CARRIAGE_RETURN, LINE_FEED } from './bytes';

/**
 * Longest line that is read, in bytes. Servers limit a request line to 8 KiB (Apache's LimitRequestLine, nginx's
 * large_client_header_buffers), so a longer line is damage or not a log; it must not fill the memory.
 */
export const LONGEST_LINE = 1024 * 1024;

/**
 * Takes a line without what ends it and the byte offset at which it begins. `overlong` lines come cut to `LONGEST_LINE`.
 * The bytes are valid during the call only.
 */
export type LineReceiver = (bytes: Buffer, start: number, end: number, offset: number, overlong: boolean) => void;

/** A reader that takes many lines at once, where it can, before they are cut. */
export interface LinesAhead {
  /** Takes the chunk that is read next; it is lent until the next one. */
  open(chunk: Buffer): void;
  /**
   * Reads lines of the chunk.
   * @param start where a line begins
   * @param offset byte offset of that line in the log
   * @returns where the first line begins that it left; `start` when it reads none
   */
  read(start: number, offset: number): number;
}

/**
 * Cuts chunks of bytes into lines, whatever the chunks' borders are. A line ends where it ends in an editor, so that both
 * count alike: at a line feed, a carriage return, or both (Language Server Protocol, "Text Documents").
 */
export class LineSplitter {
  readonly #receive: LineReceiver;
  readonly #ahead: LinesAhead | undefined;
  /** Beginning of the line that the last chunk did not end, at most `LONGEST_LINE` bytes of it. */
  #rest = Buffer.alloc(0);
  /** How long that line is so far. */
  #restLength = 0;
  /** Offset at which the next line begins. */
  #offset = 0;
  /** The last chunk ended with a carriage return, which ended a line; a line feed may follow. */
  #afterReturn = false;

  constructor(receive: LineReceiver, ahead?: LinesAhead) {
    this.#receive = receive;
    this.#ahead = ahead;
  }

  /** Number of bytes seen so far. */
  get bytes(): number {
    return this.#offset + this.#restLength;
  }

  /** Hands on every line that ends in this chunk. */
  push(piece: Uint8Array): void {
    if (piece.length === 0) return;
    // A Buffer finds a byte three times as fast as a Uint8Array does.
    const chunk = asBuffer(piece);
    this.#ahead?.open(chunk);
    let start = this.#skipLineFeed(chunk);
    let feed = chunk.indexOf(LINE_FEED, start);
    let carriageReturn = chunk.indexOf(CARRIAGE_RETURN, start);
    while (feed >= 0 || carriageReturn >= 0) {
      const ahead = this.#readAhead(start);
      if (ahead > start) {
        start = ahead;
        if (feed >= 0 && feed < start) feed = chunk.indexOf(LINE_FEED, start);
        if (carriageReturn >= 0 && carriageReturn < start) carriageReturn = chunk.indexOf(CARRIAGE_RETURN, start);
        continue;
      }
      const isFeed = carriageReturn < 0 || (feed >= 0 && feed < carriageReturn);
      const end = isFeed ? feed : carriageReturn;
      const next = !isFeed && feed === end + 1 ? end + 2 : end + 1;
      this.#end(chunk, start, end, next - end);
      start = next;
      if (feed >= 0 && feed < start) feed = chunk.indexOf(LINE_FEED, start);
      if (carriageReturn >= 0 && carriageReturn < start) carriageReturn = chunk.indexOf(CARRIAGE_RETURN, start);
    }
    this.#afterReturn = start === chunk.length && chunk[start - 1] === CARRIAGE_RETURN;
    if (start < chunk.length) this.#keep(chunk.subarray(start));
  }

  /** Hands on the last line where nothing ended it. */
  finish(): void {
    if (this.#restLength > 0) this.#handRest(0);
  }

  /** Where the first line begins that nobody read ahead. */
  #readAhead(start: number): number {
    if (this.#ahead === undefined || this.#restLength > 0) return start;
    const next = this.#ahead.read(start, this.#offset);
    this.#offset += next - start;
    return next;
  }

  #skipLineFeed(chunk: Buffer): number {
    if (!this.#afterReturn || chunk[0] !== LINE_FEED) return 0;
    this.#offset++;
    return 1;
  }

  #end(chunk: Buffer, start: number, end: number, endLength: number): void {
    if (this.#restLength === 0) return this.#hand(chunk, start, end, end - start, endLength);
    this.#keep(chunk.subarray(start, end));
    this.#handRest(endLength);
  }

  #handRest(endLength: number): void {
    const rest = this.#rest;
    const length = this.#restLength;
    this.#rest = Buffer.alloc(0);
    this.#restLength = 0;
    this.#hand(rest, 0, rest.length, length, endLength);
  }

  #hand(bytes: Buffer, start: number, end: number, length: number, endLength: number): void {
    const offset = this.#offset;
    this.#offset += length + endLength;
    this.#receive(bytes, start, Math.min(end, start + LONGEST_LINE), offset, length > LONGEST_LINE);
  }

  #keep(part: Buffer): void {
    this.#restLength += part.length;
    const kept = part.subarray(0, LONGEST_LINE - this.#rest.length);
    if (kept.length === 0) return;
    this.#rest = Buffer.concat([this.#rest, kept]);
  }
}

/** The same bytes with the methods of a `Buffer`. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
