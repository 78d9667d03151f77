import {
  BACKSLASH,
  CARRIAGE_RETURN,
  DOT,
  LINE_FEED,
  PERCENT_SIGN,
  PLUS,
  QUOTE,
  SLASH,
  SPACE,
} from '../../../log/bytes';
import { hexDigit } from '../../../log/jsonText';
import { foldedWide, isLegacyTrail, overlongLength, overlongValue } from './characters';
import { entityAt, LONGEST_ENTITY } from './entities';

const APOSTROPHE = 0x27;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const LOWER_U = 0x75;
const LOWER_X = 0x78;
const FIRST_SIZE = 4096;
/** Zero bytes behind the result, so that readers may look one character ahead. */
const SENTINEL = 4;
/** A byte that no ASCII test takes for anything, written for the second byte of a Shift_JIS character. */
const FILLER = 0x80;
/** `%u` with its four digits. */
const LONGEST_NUMBER = 6;

/** A full-width character lies so far behind its ASCII character. */
const WIDE_OFFSET = 0xfee0;

/** What a byte can do to what stands before it. */
const Effect = { none: 0, endsNumber: 1, beginsNumber: 2, endsOther: 3 } as const;
const EFFECTS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (hexDigit(byte) >= 0) return Effect.endsNumber;
  if (byte === PERCENT_SIGN) return Effect.beginsNumber;
  const endsOther =
    [SEMICOLON, BACKSLASH, QUOTE, APOSTROPHE, SLASH, 0x7f].includes(byte) || byte < 0x20 || byte >= 0x80;
  return endsOther ? Effect.endsOther : Effect.none;
});

/** What decoding a text brought to light, as bits. */
export const Mark = {
  /** A zero byte. */
  nul: 1,
  /** A control character other than tab and line breaks. */
  control: 2,
  /** A letter, digit or dot, which needs no encoding, encoded more than once. */
  hiddenLetter: 4,
  /** A punctuation mark written as `%uFFxx`, full-width, which only some servers turn back. */
  wideEscape: 8,
  /** A line break. */
  lineBreak: 16,
} as const;

/**
 * Undoes the encodings that an attack may hide behind: percent (also `%u`), the escapes that servers write to logs and programs
 * understand (`\xNN`, `\uNNNN`, `\"`), HTML entities, overlong UTF-8 and full-width letters, each as often as it was put on.
 *
 * Every byte is looked at once: whenever the end of what was written so far is an encoded character, that character takes its
 * place, which may complete another. So the work is in proportion to the text however deeply it is encoded, the result is never
 * longer than the text, and decoding it again changes nothing.
 */
export class Decoder {
  /** The last result; its first `length` bytes count. */
  bytes: Uint8Array = new Uint8Array(FIRST_SIZE);
  length = 0;
  /** `Mark`s of the last result. */
  marks = 0;
  /** 1 for each byte that was encoded. */
  #encoded = new Uint8Array(FIRST_SIZE);
  /** Where the last percent sign or backslash was written. */
  #sign = -LONGEST_NUMBER;

  /**
   * Decodes the bytes in `[start, end)` into `bytes`.
   * @param plusIsBlank as in a query
   */
  decode(source: Uint8Array, start: number, end: number, plusIsBlank: boolean): void {
    if (end - start + SENTINEL > this.bytes.length) {
      this.bytes = new Uint8Array((end - start) * 2 + SENTINEL);
      this.#encoded = new Uint8Array(this.bytes.length);
    }
    this.length = 0;
    this.marks = 0;
    this.#sign = -LONGEST_NUMBER;
    for (let at = start; at < end; at++) {
      const byte = source[at]!;
      this.#push(byte === PLUS && plusIsBlank ? SPACE : byte, 0);
    }
    this.bytes.fill(0, this.length, this.length + SENTINEL);
  }

  #push(byte: number, encoded: 0 | 1): void {
    const { bytes } = this;
    const at = this.length++;
    bytes[at] = byte;
    this.#encoded[at] = encoded;
    if (at > 0 && bytes[at - 1]! > 0x80 && isLegacyTrail(bytes, at, byte)) {
      bytes[at] = FILLER;
      return;
    }
    const effect = EFFECTS[byte];
    if (effect === Effect.none) return;
    if (effect === Effect.beginsNumber) this.#sign = at;
    else if (effect === Effect.endsOther) this.#endOther(byte, at);
    else if (at - this.#sign < LONGEST_NUMBER) this.#collapseNumber();
  }

  #endOther(byte: number, at: number): void {
    if (byte === BACKSLASH) this.#sign = at;
    if (byte >= 0x80) this.#foldCharacter();
    else if (byte === SEMICOLON) this.#collapseEntity();
    else if (byte < 0x20 || byte === 0x7f) this.#markControl(byte);
    else if (at > 0) this.#collapseEscape(byte);
  }

  /** `%NN`, `\xNN`, `%uNNNN`, `\uNNNN` at the end, whose last digit was just written. */
  #collapseNumber(): void {
    const { bytes, length } = this;
    const low = hexDigit(bytes[length - 1]);
    const high = length > 2 ? hexDigit(bytes[length - 2]) : -1;
    if (high < 0) return;
    const before = bytes[length - 3];
    if (before === PERCENT_SIGN) return this.#replacePercent(high * 16 + low);
    if (length > 3 && before === LOWER_X && bytes[length - 4] === BACKSLASH) {
      this.length -= 4;
      return this.#push(high * 16 + low, 1);
    }
    const third = length > 5 ? hexDigit(before) : -1;
    const fourth = third < 0 ? -1 : hexDigit(bytes[length - 4]);
    if (fourth < 0 || (bytes[length - 5]! | 0x20) !== LOWER_U) return;
    const sign = bytes[length - 6];
    if (sign === PERCENT_SIGN || sign === BACKSLASH) {
      this.#replaceUnit(((fourth * 16 + third) * 16 + high) * 16 + low, sign === PERCENT_SIGN);
    }
  }

  #collapseEntity(): void {
    const end = this.length - 1;
    const first = Math.max(0, end - LONGEST_ENTITY + 1);
    for (let start = end - 1; start >= first; start--) {
      const byte = this.bytes[start]!;
      if (byte === SEMICOLON) return;
      if (byte !== AMPERSAND) continue;
      const point = entityAt(this.bytes, start, end);
      if (point >= 0) this.#replace(end + 1 - start, point);
      return;
    }
  }

  /** `\\`, `\"`, `\'` and `\/`: logs and JSON write them for the character alone. */
  #collapseEscape(byte: number): void {
    if (this.bytes[this.length - 2] === BACKSLASH) this.#replace(2, byte);
  }

  /** Puts a byte in place of the `%NN` at the end. */
  #replacePercent(byte: number): void {
    const start = this.length - 3;
    const isAgain = this.#encoded[start] === 1 || this.#encoded[start + 1] === 1 || this.#encoded[start + 2] === 1;
    if (isAgain && isUnreserved(byte)) this.marks |= Mark.hiddenLetter;
    this.length = start;
    this.#push(byte, 1);
  }

  /** Puts a character in place of the `%uNNNN` or `\uNNNN` at the end. */
  #replaceUnit(unit: number, byPercent: boolean): void {
    this.#replace(LONGEST_NUMBER, unit);
    const isWide = unit > 0xff00 && unit < 0xff5f && this.bytes[this.length - 1]! < 0x80;
    if (byPercent && isWide && !isUnreserved(unit - WIDE_OFFSET)) this.marks |= Mark.wideEscape;
  }

  /** Puts a character in place of the last `count` bytes. */
  #replace(count: number, point: number): void {
    this.length -= count;
    if (point < 0x80) return this.#push(point, 1);
    if (point >= 0x10000) {
      this.#push(0xf0 | (point >> 18), 1);
      this.#push(0x80 | ((point >> 12) & 0x3f), 1);
    } else if (point >= 0x800) this.#push(0xe0 | (point >> 12), 1);
    this.#push(point >= 0x800 ? 0x80 | ((point >> 6) & 0x3f) : 0xc0 | (point >> 6), 1);
    this.#push(0x80 | (point & 0x3f), 1);
  }

  /** An overlong or a full-width character that just got complete becomes the ASCII character that it stands for. */
  #foldCharacter(): void {
    const { bytes, length } = this;
    const overlong = overlongLength(bytes, length);
    if (overlong > 0) return this.#replace(overlong, overlongValue(bytes, length));
    const wide = foldedWide(bytes, length);
    if (wide >= 0) this.#replace(3, wide);
  }

  #markControl(byte: number): void {
    if (byte === 0) this.marks |= Mark.nul;
    else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) this.marks |= Mark.lineBreak;
    else if (byte < 0x09 || byte > 0x0d) this.marks |= Mark.control;
  }
}

/** A letter, a digit or a dot, which nothing encodes (RFC 3986 §2.3 has three more). */
function isUnreserved(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === DOT;
}
