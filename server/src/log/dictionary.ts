import { WORD, wordsOf } from './byteWords';
import { utf8Text } from './text';
import type { TextNumbers } from './textNumbers';

/** The distinct byte strings of one column, numbered from 0 in order of first appearance. Plain data: crosses threads. */
export interface DictionaryData {
  /** All entries, one behind the other. */
  readonly bytes: Uint8Array;
  /** Entry `id` fills `[ends[id - 1], ends[id])`. */
  readonly ends: Uint32Array;
}

const FIRST_SLOTS = 1024;
const FIRST_BYTES = 16 * 1024;
/** Slots are kept at most half full, so that a chain of full ones stays short. */
const SLOTS_PER_ENTRY = 2;

/**
 * Numbers byte strings as they come. Hashing starts from a random seed, as the strings are the attacker's and must not
 * be able to collide on purpose; the numbers do not depend on it.
 */
export class DictionaryBuilder implements TextNumbers {
  readonly #seed = (Math.random() * 0x1_0000_0000) | 0;
  /** Two numbers a slot, side by side in the processor's cache: the hash of a string, and its number plus 1; 0 is free. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  #ends = new Uint32Array(FIRST_SLOTS / SLOTS_PER_ENTRY);
  #bytes = new Uint8Array(FIRST_BYTES);
  /** The same bytes, four at a time. */
  #words = new DataView(this.#bytes.buffer);
  #size = 0;
  /** How many strings were given away. */
  #taken = 0;

  /** Number of distinct strings so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Number of the string in `[start, end)`, a new one when it was never seen.
   * @param guess number it probably has (that of a similar line before); saves the hashing when right.
   */
  intern(source: Uint8Array, start: number, end: number, guess = -1): number {
    if (guess >= 0 && this.#equals(guess, source, start, end)) return guess;
    const hash = this.#hash(source, start, end);
    const slots = this.#slots;
    const mask = slots.length - 2;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = slots[slot + 1]! - 1;
      if (id < 0) return this.#add(slot, hash, source, start, end);
      if (slots[slot] === hash && this.#equals(id, source, start, end)) return id;
    }
  }

  /** The strings that were new since the last call, as a dictionary of their own; numbers go on from those before. */
  take(): DictionaryData {
    const from = this.#taken;
    this.#taken = this.#size;
    const start = this.#startOf(from);
    const ends = this.#ends.slice(from, this.#size);
    if (start > 0) for (let id = 0; id < ends.length; id++) ends[id]! -= start;
    return { bytes: this.#bytes.slice(start, this.#startOf(this.#size)), ends };
  }

  /** Where string `id` begins, or the next one will. */
  #startOf(id: number): number {
    return id === 0 ? 0 : this.#ends[id - 1]!;
  }

  #hash(source: Uint8Array, start: number, end: number): number {
    const words = wordsOf(source);
    const last = end - WORD;
    let hash = this.#seed ^ (end - start);
    if (last < start) {
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ source[at]!, 0x0100_0193);
    } else {
      for (let at = start; at < last; at += WORD) {
        hash = Math.imul(hash ^ words.getInt32(at, true), 0x9e37_79b1);
        hash ^= hash >>> 15;
      }
      // The last word may overlap the one before it, so that no single bytes are left over.
      hash = Math.imul(hash ^ words.getInt32(last, true), 0x9e37_79b1);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
    return hash ^ (hash >>> 13);
  }

  #equals(id: number, source: Uint8Array, start: number, end: number): boolean {
    let at = this.#startOf(id);
    const length = end - start;
    if (this.#ends[id]! - at !== length) return false;
    if (length < WORD) return this.#equalsBytes(at, source, start, end);
    const own = this.#words;
    const words = wordsOf(source);
    const ownLast = at + length - WORD;
    const last = end - WORD;
    let from = start;
    // Two words at a time: half the branches.
    for (; from < last - WORD; from += 2 * WORD, at += 2 * WORD) {
      const first = own.getInt32(at, true) ^ words.getInt32(from, true);
      const second = own.getInt32(at + WORD, true) ^ words.getInt32(from + WORD, true);
      if ((first | second) !== 0) return false;
    }
    if (from < last && own.getInt32(at, true) !== words.getInt32(from, true)) return false;
    return own.getInt32(ownLast, true) === words.getInt32(last, true);
  }

  #equalsBytes(ownStart: number, source: Uint8Array, start: number, end: number): boolean {
    for (let from = start, at = ownStart; from < end; from++, at++) {
      if (this.#bytes[at] !== source[from]) return false;
    }
    return true;
  }

  #add(slot: number, hash: number, source: Uint8Array, start: number, end: number): number {
    const id = this.#size++;
    const from = this.#startOf(id);
    const to = from + end - start;
    if (to > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, to);
      this.#words = new DataView(this.#bytes.buffer);
    }
    for (let at = start, own = from; at < end; at++, own++) this.#bytes[own] = source[at]!;
    this.#ends[id] = to;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = id + 1;
    if (this.#size === this.#ends.length) this.#enlarge();
    return id;
  }

  #enlarge(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from]! << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from]!;
      slots[slot + 1] = old[from + 1]!;
    }
    this.#slots = slots;
    const ends = new Uint32Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }
}

function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

/** Reads a finished dictionary. */
export class Dictionary {
  readonly #data: DictionaryData;

  constructor(data: DictionaryData) {
    this.#data = data;
  }

  get size(): number {
    return this.#data.ends.length;
  }

  /** Entry `id` as text; bytes that are not UTF-8 become U+FFFD, as in the editor. */
  text(id: number): string {
    return utf8Text(this.bytes(id));
  }

  /** Entry `id` as bytes; a view, not a copy. */
  bytes(id: number): Uint8Array {
    const { bytes, ends } = this.#data;
    return bytes.subarray(id === 0 ? 0 : ends[id - 1], ends[id]);
  }

  /** Number of the entry that `text` shows, or `undefined` when there is none. Looks at every entry: not for hot loops. */
  find(text: string): number | undefined {
    const wanted = Buffer.from(text);
    for (let id = 0; id < this.size; id++) {
      const entry = this.bytes(id);
      if (entry.length === wanted.length && wanted.equals(entry)) return id;
    }
    return text.includes('\u{fffd}') ? this.#findDecoded(text) : undefined;
  }

  /** Entries that are not UTF-8 are known outside by their decoded text only. */
  #findDecoded(text: string): number | undefined {
    for (let id = 0; id < this.size; id++) {
      if (this.text(id) === text) return id;
    }
    return undefined;
  }
}
