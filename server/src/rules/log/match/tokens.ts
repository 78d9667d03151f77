import { CARRIAGE_RETURN, COMMA, DOT, isDigit, LINE_FEED, PLUS, SPACE } from '../../../log/bytes';
import { hexDigit } from '../../../log/jsonText';
import { findWord, rolesOf } from '../patterns/vocabulary';
import { Role } from '../patterns/roles';

/** What a token is; any other token is one punctuation mark, and its ASCII code stands here. */
export const WORD = 1;
export const NUMBER = 2;

/** What lies before a token or is known about it, as bits. */
export const Flag = {
  blank: 1,
  lineBreak: 2,
  /** A comment of SQL, PHP, C or JavaScript. */
  comment: 4,
  /** A word with a capital letter. */
  capital: 8,
  /** A quote that opens when quotes are counted from the beginning, the first, the third … of its kind. */
  opens: 16,
  /** A blank that no keyboard gives in a form: a tab, a vertical tab. */
  oddBlank: 32,
} as const;

const GAP = Flag.blank | Flag.lineBreak | Flag.comment;
const FIRST_TOKENS = 256;
const SLASH = 0x2f;
const STAR = 0x2a;
const EXCLAMATION = 0x21;
const QUOTES = [0x27, 0x22, 0x60];
/** Words that may follow a number at once, as in `1and 1=1`. */
const BEHIND_NUMBER = Role.sqlLogic | Role.sqlClause | Role.sqlCompare;

/**
 * A decoded text as words, numbers and punctuation, with what belongs together found once: so a rule about the shape of a text
 * looks at a few tokens next to each other and never searches. Comments count as blanks. One object serves all texts.
 */
export class Tokens {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  code = new Uint8Array(FIRST_TOKENS);
  start = new Int32Array(FIRST_TOKENS);
  end = new Int32Array(FIRST_TOKENS);
  /** Number of a word in the vocabulary; -1 for other words and tokens. */
  word = new Int32Array(FIRST_TOKENS);
  flags = new Uint8Array(FIRST_TOKENS);
  /** The token that closes this bracket or quote, or opens it; -1 for none. */
  pair = new Int32Array(FIRST_TOKENS);
  /** Whether a key word was cut in two by a comment, as in `UN/**\/ION`. */
  cutWord = false;
  /** Whether a comment of MySQL hides code from other databases: `/*!50000 … *\/`. */
  versionComment = false;
  #capacity = FIRST_TOKENS;
  readonly #openBrackets: number[] = [];
  readonly #openQuotes = [-1, -1, -1];

  /** Reads the first `length` bytes, which stay the caller's and are not copied. */
  read(bytes: Uint8Array, length: number): void {
    if (length > this.#capacity) this.#grow(length);
    this.bytes = bytes;
    this.count = 0;
    this.cutWord = false;
    this.versionComment = false;
    this.#openBrackets.length = 0;
    this.#openQuotes.fill(-1);
    let gap = 0;
    // Behind this place no comment is closed.
    let lastComment = length;
    for (let at = 0; at < length;) {
      const byte = bytes[at]!;
      if (byte <= 0x20 || byte === 0x7f) {
        gap |= gapOf(byte);
        at++;
      } else if (byte === SLASH && bytes[at + 1] === STAR && at + 1 < lastComment) {
        const end = this.#commentEnd(at, length);
        if (end < 0) {
          lastComment = at;
          at = this.#punctuation(byte, at, gap);
          gap = 0;
        } else {
          gap |= Flag.comment;
          at = end;
        }
      } else if (this.versionComment && byte === STAR && bytes[at + 1] === SLASH) {
        gap |= Flag.comment;
        at += 2;
      } else {
        at = this.#token(byte, at, length, gap);
        gap = 0;
      }
    }
  }

  /** `Role`s of a token that is a word; 0 for other tokens, and behind the end. */
  roles(token: number): number {
    return token < this.count ? rolesOf(this.word[token]!) : 0;
  }

  /** Whether a token is a word with one of the roles. */
  has(token: number, role: number): boolean {
    return token >= 0 && (this.roles(token) & role) !== 0;
  }

  /** Code of a token; 0 before the beginning and behind the end. */
  at(token: number): number {
    return token >= 0 && token < this.count ? this.code[token]! : 0;
  }

  /** Number of a word in the vocabulary; -1 for everything else. */
  wordAt(token: number): number {
    return token >= 0 && token < this.count ? this.word[token]! : -1;
  }

  /** Whether a token stands right behind the one before it. */
  isTight(token: number): boolean {
    return token < this.count && (this.flags[token]! & GAP) === 0;
  }

  /** Whether a token has one of the flags. */
  is(token: number, flag: number): boolean {
    return token < this.count && (this.flags[token]! & flag) !== 0;
  }

  /** Length of a token in bytes; 0 for none. */
  size(token: number): number {
    return token >= 0 && token < this.count ? this.end[token]! - this.start[token]! : 0;
  }

  /** Whether a token is this text (in lower case), whatever its own case. */
  spells(token: number, text: string): boolean {
    if (this.size(token) !== text.length) return false;
    const start = this.start[token]!;
    for (let at = 0; at < text.length; at++) {
      const byte = this.bytes[start + at]!;
      if ((byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  /**
   * Whether a call with nothing in its brackets is only spoken of, as in "the strlen() function": there are other words beside
   * it, and no punctuation of a program.
   */
  isMention(name: number, close: number): boolean {
    return standsInSentence(this.at(name - 1)) || standsInSentence(this.at(close + 1));
  }

  /** Whether two tokens have the same letters, whatever the case. */
  same(first: number, second: number): boolean {
    const size = this.size(first);
    if (size === 0 || size !== this.size(second)) return false;
    const from = this.start[first]!;
    const to = this.start[second]!;
    for (let at = 0; at < size; at++) {
      if ((this.bytes[from + at]! | 0x20) !== (this.bytes[to + at]! | 0x20)) return false;
    }
    return true;
  }

  #token(byte: number, at: number, length: number, gap: number): number {
    if (isDigit(byte)) return this.#number(at, length, gap);
    if (isWordByte(byte)) return this.#word(at, at, length, gap);
    return this.#punctuation(byte, at, gap);
  }

  #word(start: number, from: number, length: number, gap: number): number {
    let end = from;
    let capital = 0;
    while (end < length && (isWordByte(this.bytes[end]!) || isDigit(this.bytes[end]))) {
      const byte = this.bytes[end++]!;
      if (byte >= 0x41 && byte <= 0x5a) capital = Flag.capital;
    }
    const token = this.#add(WORD, start, end, gap | capital);
    this.word[token] = findWord(this.bytes, start, end);
    // `UN/**/ION`: a comment alone between two words that make one together.
    if ((gap & GAP) === Flag.comment && token > 0 && this.code[token - 1] === WORD) this.#joinCut(token);
    return end;
  }

  #joinCut(token: number): void {
    const first = this.size(token - 1);
    const whole = new Uint8Array(first + this.size(token));
    if (whole.length > 16) return;
    whole.set(this.bytes.subarray(this.start[token - 1], this.end[token - 1]));
    whole.set(this.bytes.subarray(this.start[token], this.end[token]), first);
    const joined = findWord(whole, 0, whole.length);
    if ((rolesOf(joined) & (Role.sqlVerb | Role.sqlClause | Role.sqlLogic)) === 0) return;
    this.cutWord = true;
    this.word[token] = joined;
  }

  /** A number, plain or hexadecimal; with letters behind it, it is a word, but for a key word of SQL. */
  #number(start: number, length: number, gap: number): number {
    const { bytes } = this;
    let end = start + 1;
    if (bytes[start] === 0x30 && (bytes[end]! | 0x20) === 0x78 && hexDigit(bytes[end + 1]) >= 0) {
      end++;
      while (end < length && hexDigit(bytes[end]) >= 0) end++;
    } else {
      while (end < length && (isDigit(bytes[end]) || (bytes[end] === DOT && isDigit(bytes[end + 1])))) end++;
    }
    let letters = end;
    while (letters < length && isWordByte(bytes[letters]!)) letters++;
    const isNumber = letters === end || (rolesOf(findWord(bytes, end, letters)) & BEHIND_NUMBER) !== 0;
    if (!isNumber) return this.#word(start, end, length, gap);
    this.#add(NUMBER, start, end, gap);
    return end;
  }

  #punctuation(byte: number, at: number, gap: number): number {
    const token = this.#add(byte, at, at + 1, gap);
    const quote = QUOTES.indexOf(byte);
    if (quote >= 0) this.#pairQuote(token, quote);
    else if (byte === 0x28 || byte === 0x5b || byte === 0x7b) this.#openBrackets.push(token);
    else if (byte === 0x29 || byte === 0x5d || byte === 0x7d) this.#closeBracket(token, byte);
    return at + 1;
  }

  #pairQuote(token: number, quote: number): void {
    const open = this.#openQuotes[quote]!;
    if (open < 0) {
      this.flags[token]! |= Flag.opens;
      this.#openQuotes[quote] = token;
      return;
    }
    this.pair[open] = token;
    this.pair[token] = open;
    this.#openQuotes[quote] = -1;
  }

  #closeBracket(token: number, byte: number): void {
    const open = this.#openBrackets.at(-1);
    // ( and ) are 1 apart in ASCII, the others 2.
    if (open === undefined || byte - this.code[open]! > 2 || byte < this.code[open]!) return;
    this.#openBrackets.pop();
    this.pair[open] = token;
    this.pair[token] = open;
  }

  #add(code: number, start: number, end: number, flags: number): number {
    const token = this.count++;
    this.code[token] = code;
    this.start[token] = start;
    this.end[token] = end;
    this.flags[token] = flags;
    this.word[token] = -1;
    this.pair[token] = -1;
    return token;
  }

  /** Where the comment that begins at `start` ends; -1 when it is not closed. What a version comment hides is read as code. */
  #commentEnd(start: number, length: number): number {
    let at = start + 2;
    if (this.bytes[at] === EXCLAMATION) {
      this.versionComment = true;
      do at++;
      while (at < length && isDigit(this.bytes[at]));
      return at;
    }
    for (; at + 1 < length; at++) {
      if (this.bytes[at] === STAR && this.bytes[at + 1] === SLASH) return at + 2;
    }
    return -1;
  }

  #grow(least: number): void {
    this.#capacity = least * 2;
    this.code = new Uint8Array(this.#capacity);
    this.start = new Int32Array(this.#capacity);
    this.end = new Int32Array(this.#capacity);
    this.word = new Int32Array(this.#capacity);
    this.flags = new Uint8Array(this.#capacity);
    this.pair = new Int32Array(this.#capacity);
  }
}

function gapOf(byte: number): number {
  if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return Flag.lineBreak;
  return byte === SPACE ? Flag.blank : Flag.blank | Flag.oddBlank;
}

function standsInSentence(code: number): boolean {
  return code === WORD || code === PLUS || code === COMMA;
}

/** A letter, an underscore, or a byte of a character beyond ASCII. */
function isWordByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || byte === 0x5f || byte >= 0x80;
}
