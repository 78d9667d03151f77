import { LineSplitter } from '../../log/lineSplitter';

/**
 * Takes a wanted line: its number (from 1), its bytes as the log has them without what ends it, valid during the call only, and
 * whether it is so long that its end is missing.
 */
export type PickedLineReceiver = (line: number, bytes: Buffer, isCut: boolean) => void;

/** Picks lines out of the bytes of a log as they come; lines are counted as findings count them. */
export class LinePicker {
  readonly #wanted: Uint32Array;
  readonly #receive: PickedLineReceiver;
  readonly #onLine: ((bytes: Buffer, start: number, end: number) => void) | undefined;
  readonly #splitter = new LineSplitter((bytes, start, end, _offset, isCut) => this.#take(bytes, start, end, isCut));
  #next = 0;
  #lines = 0;

  /**
   * @param wanted lines from 1, ascending
   * @param onLine told of every line that is not wanted, for who must have seen it to read later ones
   */
  constructor(
    wanted: Uint32Array,
    receive: PickedLineReceiver,
    onLine?: (bytes: Buffer, start: number, end: number) => void,
  ) {
    this.#wanted = wanted;
    this.#receive = receive;
    this.#onLine = onLine;
  }

  /** Lines so far. */
  get lines(): number {
    return this.#lines;
  }

  /** Wanted lines that were found so far. */
  get found(): number {
    return this.#next;
  }

  push(chunk: Uint8Array): void {
    this.#splitter.push(chunk);
  }

  /** Hands on the last line where nothing ended it. */
  finish(): void {
    this.#splitter.finish();
  }

  #take(bytes: Buffer, start: number, end: number, isCut: boolean): void {
    this.#lines++;
    if (this.#wanted[this.#next] !== this.#lines) return this.#onLine?.(bytes, start, end);
    this.#next++;
    this.#receive(this.#lines, bytes.subarray(start, end), isCut);
  }
}
