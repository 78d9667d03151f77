import { BACKSLASH, COLON, COMMA, LEFT_BRACKET, QUOTE, RIGHT_BRACKET, SPACE } from '../bytes';
import { findName, type NameNode } from './fieldNames';
import { NamedValues } from './namedValues';

export const LEFT_BRACE = 0x7b;
const RIGHT_BRACE = 0x7d;
/** First letters of `null`, `true` and `false`, which are no values of fields. */
const LITERAL_LETTERS = new Set([0x6e, 0x74, 0x66]);
/** Objects deeper than this hold nothing of an entry. */
const DEEPEST = 8;

/** Goes once over the bytes of an object and notes the values of the keys that are known, without making strings. */
export class JsonScanner {
  readonly values = new NamedValues();
  readonly #names: NameNode;
  /** Whether any string of the line has a backslash. */
  hasEscapes = false;
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #end = 0;

  constructor(names: NameNode) {
    this.#names = names;
  }

  /** Scans the object that begins at `start`; false when it is damaged or more than a comma or bracket follows it. */
  scan(bytes: Buffer, start: number, end: number): boolean {
    this.values.clear();
    this.hasEscapes = false;
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    if (!this.#scanObject(this.#names, 1)) return false;
    for (; this.#at < end; this.#at++) {
      const byte = bytes[this.#at]!;
      if (byte > SPACE && byte !== COMMA && byte !== RIGHT_BRACKET) return false;
    }
    return true;
  }

  /** @param own of an object whose fields mean what they mean outside: the names that mean something else in it */
  #scanObject(names: NameNode, depth: number, own?: NameNode): boolean {
    this.#at++;
    if (this.#next() === RIGHT_BRACE) return this.#step();
    for (;;) {
      if (this.#next() !== QUOTE) return false;
      const keyStart = this.#at + 1;
      if (!this.#skipString()) return false;
      const name =
        (own && findName(own, this.#bytes, keyStart, this.#at - 1)) ??
        findName(names, this.#bytes, keyStart, this.#at - 1);
      if (this.#next() !== COLON || !this.#step()) return false;
      if (!this.#scanValue(names, name, depth)) return false;
      const sign = this.#next();
      if (sign === RIGHT_BRACE) return this.#step();
      if (sign !== COMMA) return false;
      this.#at++;
    }
  }

  #scanValue(names: NameNode, name: NameNode | undefined, depth: number): boolean {
    const sign = this.#next();
    if (sign === QUOTE) return this.#scanString(name);
    if (sign === LEFT_BRACE) {
      if (name === undefined || depth === DEEPEST) return this.#skipNested();
      if (name.isTransparent) return this.#scanObject(names, depth + 1, name);
      return name.children.size > 0 ? this.#scanObject(name, depth + 1) : this.#skipNested();
    }
    if (sign === LEFT_BRACKET) return this.#scanArray(name, depth);
    return this.#scanBare(sign, name);
  }

  #scanString(name: NameNode | undefined): boolean {
    const start = this.#at + 1;
    if (!this.#skipString()) return false;
    if (name?.meaning !== undefined) this.values.note(name, start, this.#at - 1);
    return true;
  }

  /** A field that may have several values, as headers may, has its first; so has one that may have several objects. */
  #scanArray(name: NameNode | undefined, depth: number): boolean {
    if (name === undefined || depth === DEEPEST) return this.#skipNested();
    const array = this.#at++;
    const first = this.#next();
    if (first === QUOTE && !this.#scanString(name)) return false;
    if (first === LEFT_BRACE && name.children.size > 0 && !this.#scanObject(name, depth + 1)) return false;
    this.#at = array;
    return this.#skipNested();
  }

  /** A number, or `true`, `false`, `null`. */
  #scanBare(first: number, name: NameNode | undefined): boolean {
    const start = this.#at;
    while (this.#at < this.#end && !endsBare(this.#bytes[this.#at]!)) this.#at++;
    if (this.#at === start) return false;
    if (name?.meaning !== undefined && !LITERAL_LETTERS.has(first)) this.values.note(name, start, this.#at);
    return true;
  }

  /** Goes behind the string that begins here; false when it does not end. */
  #skipString(): boolean {
    const bytes = this.#bytes;
    for (let at = this.#at + 1; at < this.#end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.#at = at + 1;
        return true;
      }
      if (byte !== BACKSLASH) continue;
      this.hasEscapes = true;
      at++;
    }
    return false;
  }

  /** Goes behind the object or array that begins here; false when it does not end. */
  #skipNested(): boolean {
    let depth = 0;
    while (this.#at < this.#end) {
      const byte = this.#bytes[this.#at];
      if (byte === QUOTE) {
        if (!this.#skipString()) return false;
        continue;
      }
      this.#at++;
      if (byte === LEFT_BRACE || byte === LEFT_BRACKET) depth++;
      else if ((byte === RIGHT_BRACE || byte === RIGHT_BRACKET) && --depth === 0) return true;
    }
    return false;
  }

  /** Goes to the next byte that is no blank and gives it; -1 at the end. */
  #next(): number {
    while (this.#at < this.#end && this.#bytes[this.#at]! <= SPACE) this.#at++;
    return this.#at < this.#end ? this.#bytes[this.#at]! : -1;
  }

  #step(): boolean {
    this.#at++;
    return true;
  }
}

function endsBare(byte: number): boolean {
  return byte <= SPACE || byte === COMMA || byte === RIGHT_BRACE || byte === RIGHT_BRACKET;
}
