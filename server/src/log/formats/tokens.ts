import { LEFT_BRACKET, QUOTE, RIGHT_BRACKET, decimal, findBlank, findByte, isBlank, skipBlanks } from '../bytes';
import type { EntryFields } from '../entryFields';
import { closingQuote, isAbsent } from './fieldText';

/**
 * The values of a line that blanks separate, quoted or bracketed ones as a whole and without their marks. Kept and used for
 * one line after the other.
 */
export class Tokens {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  count = 0;

  /** @param most values that are read; a line may have more */
  constructor(most: number) {
    this.#starts = new Int32Array(most);
    this.#ends = new Int32Array(most);
  }

  /** Splits the line and gives the number of values. */
  split(bytes: Buffer, start: number, end: number): number {
    this.count = 0;
    for (let at = skipBlanks(bytes, start, end); at < end && this.count < this.#starts.length;) {
      const close = findClose(bytes, at, end);
      const from = close < 0 ? at : at + 1;
      const to = close < 0 ? findBlank(bytes, at, end) : close;
      this.#starts[this.count] = from;
      this.#ends[this.count++] = to;
      at = skipBlanks(bytes, close < 0 ? to : to + 1, end);
    }
    return this.count;
  }

  /** Where value `index` begins. */
  start(index: number): number {
    return this.#starts[index]!;
  }

  /** Where value `index` ends. */
  end(index: number): number {
    return this.#ends[index]!;
  }

  /** Whether the line has value `index` and it is more than a hyphen. */
  isLogged(bytes: Buffer, index: number): boolean {
    return index < this.count && !isAbsent(bytes, this.start(index), this.end(index));
  }

  /** The number that value `index` is; -1 when it is none. */
  number(bytes: Buffer, index: number): number {
    return index < this.count ? decimal(bytes, this.start(index), this.end(index)) : -1;
  }

  /** Notes value `index` as the status; false when it is neither a status nor a hyphen. */
  noteStatus(bytes: Buffer, index: number, fields: EntryFields): boolean {
    if (!this.isLogged(bytes, index)) return index < this.count;
    const status = this.end(index) - this.start(index) === 3 ? this.number(bytes, index) : -1;
    if (status < 0) return false;
    fields.status = status;
    fields.statusStart = this.start(index);
    return true;
  }

  /** Notes value `index` as the user agent. */
  noteAgent(bytes: Buffer, index: number, fields: EntryFields): void {
    if (!this.isLogged(bytes, index)) return;
    fields.agentStart = this.start(index);
    fields.agentEnd = this.end(index);
  }
}

/** Where the quote or bracket is closed that opens at `at`; -1 when there is none, or a bracket is part of a word. */
function findClose(bytes: Buffer, at: number, end: number): number {
  if (bytes[at] === QUOTE) return closingQuote(bytes, at + 1, end);
  if (bytes[at] !== LEFT_BRACKET) return -1;
  const bracket = findByte(bytes, RIGHT_BRACKET, at, end);
  return bracket >= 0 && (bracket + 1 === end || isBlank(bytes[bracket + 1])) ? bracket : -1;
}
