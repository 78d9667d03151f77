import type { DictionaryData } from '../../../log/dictionary';
import { ChildLists } from '../match/childLists';

/** In a word: the text begins here. */
const BEGIN = '^';
/** In a word: the text ends here. */
const END = '$';

const PERCENT = 0x25;
/** Byte values, and one beyond them for each of `BEGIN` and `END`. */
const BYTES = 256;
const BEGIN_SYMBOL = BYTES;
const END_SYMBOL = BYTES + 1;

/** A word in lower case, with `^` and `$` where the text must begin and end, and the marks (bits) of a text that has it. */
export type MarkedWord = readonly [word: string, marks: number];

/**
 * Finds many words in bytes at once, at the cost of one look-up a byte however many words there are (Aho and Corasick,
 * "Efficient string matching", 1975). Upper case counts as lower case, and `%2e` as the byte that it stands for.
 */
export class WordScanner {
  /** Class of each symbol; the symbols that no word has share class 0. */
  readonly #classes = new Uint8Array(BYTES + 2);
  readonly #width: number;
  /** State behind each state and class. */
  readonly #next: Uint16Array;
  /** Marks of the words that end in each state. */
  readonly #marks: Uint32Array;
  readonly #first: number;

  constructor(words: Iterable<MarkedWord>) {
    const spelt = [...words].map(([word, marks]) => ({ symbols: symbolsOf(word), marks }));
    this.#width = this.#classify(spelt.flatMap(({ symbols }) => symbols));
    const most = 1 + spelt.reduce((sum, { symbols }) => sum + symbols.length, 0);
    this.#next = new Uint16Array(most * this.#width);
    this.#marks = new Uint32Array(most);
    let states = 1;
    const children = new ChildLists();
    for (const { symbols, marks } of spelt) states = this.#add(symbols, marks, states, children);
    this.#link(states, children);
    this.#first = this.#next[this.#classes[BEGIN_SYMBOL]!]!;
  }

  /** Marks of all words in `bytes[start, end)`. */
  marksOf(bytes: Uint8Array, start: number, end: number): number {
    const next = this.#next;
    const marks = this.#marks;
    const classes = this.#classes;
    const width = this.#width;
    let state = this.#first;
    let found = marks[state]!;
    for (let at = start; at < end; at++) {
      let byte = bytes[at]!;
      if (byte === PERCENT && at + 2 < end) {
        const decoded = (HEXADECIMAL[bytes[at + 1]!]! << 4) | HEXADECIMAL[bytes[at + 2]!]!;
        if (decoded < BYTES) {
          byte = decoded;
          at += 2;
        }
      }
      state = next[state * width + classes[byte]!]!;
      found |= marks[state]!;
    }
    return (found | marks[next[state * width + classes[END_SYMBOL]!]!]!) >>> 0;
  }

  /** Marks of each entry of a dictionary. */
  marksOfAll({ bytes, ends }: DictionaryData): Uint32Array {
    const marks = new Uint32Array(ends.length);
    for (let id = 0, start = 0; id < ends.length; id++) {
      const end = ends[id]!;
      marks[id] = this.marksOf(bytes, start, end);
      start = end;
    }
    return marks;
  }

  #classify(symbols: readonly number[]): number {
    let classes = 1;
    for (const symbol of symbols) {
      if (this.#classes[symbol] === 0) this.#classes[symbol] = classes++;
    }
    for (let letter = 0x61; letter <= 0x7a; letter++) this.#classes[letter - 0x20] = this.#classes[letter]!;
    return classes;
  }

  #add(symbols: readonly number[], marks: number, states: number, children: ChildLists): number {
    let state = 0;
    for (const symbol of symbols) {
      const at = state * this.#width + this.#classes[symbol]!;
      if (this.#next[at] === 0) {
        children.add(state, states, this.#classes[symbol]!);
        this.#next[at] = states++;
      }
      state = this.#next[at]!;
    }
    this.#marks[state]! |= marks;
    return states;
  }

  /**
   * Leads each state on where no word goes on: to the longest other beginning of a word that it ends with. Its row is copied as a
   * whole, level by level.
   */
  #link(states: number, children: ChildLists): void {
    const width = this.#width;
    const next = this.#next;
    const fallback = new Uint16Array(states);
    const queue = [0];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!;
      const other = fallback[state]!;
      this.#marks[state]! |= this.#marks[other]!;
      if (state !== 0) next.copyWithin(state * width, other * width, (other + 1) * width);
      for (let child = children.first(state); child !== 0; child = children.nextOf(child)) {
        const symbol = children.classOf(child);
        fallback[child] = state === 0 ? 0 : next[other * width + symbol]!;
        next[state * width + symbol] = child;
        queue.push(child);
      }
    }
  }
}

/** Values of hexadecimal digits by byte; far too large for one where the byte is none. */
const HEXADECIMAL = Uint16Array.from({ length: BYTES }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? BYTES : value;
});

function symbolsOf(word: string): number[] {
  const bytes = [...Buffer.from(word)];
  return bytes.map((byte, index) => {
    if (index === 0 && word.startsWith(BEGIN)) return BEGIN_SYMBOL;
    return index === bytes.length - 1 && word.endsWith(END) ? END_SYMBOL : byte;
  });
}
