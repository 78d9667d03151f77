import { PERCENT_SIGN } from '../../../log/bytes';
import { hexDigit } from '../../../log/jsonText';
import { ENCODED, Plain, type PlainBytes } from './plainBytes';
import { Trie } from './trie';

/** What ends at a node. */
const Stop = { nothing: 0, wholeParts: 1, words: 2 } as const;
/** Bytes behind a part of a request: no part goes on there. */
const PART_ENDS = Uint8Array.from({ length: 256 }, (_, byte) => Number('&=?#'.includes(String.fromCharCode(byte))));

/** Takes a word that was found: its number and where it ends. */
type FoundWord = (word: number, end: number) => void;

/**
 * Finds every occurrence of every word of a list in one pass over the bytes, ASCII letters without regard to case: one table
 * look-up for each byte, so no text can make it slow.
 * Source: A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18 (1975), with the failures worked into the table.
 */
export class Automaton {
  readonly #classOf: Uint8Array;
  readonly #classes: number;
  readonly #next: Uint16Array;
  readonly #wordAt: Uint16Array;
  /** The longest shorter ending of a node that is a word too; 0 for none. */
  readonly #shorter: Uint16Array;
  /** `Stop` of each node. */
  readonly #stops: Uint8Array;

  /**
   * @param words ASCII, none empty, none twice (whatever the case)
   * @param whole numbers of the words that mean something only where they are all of a part
   */
  constructor(words: readonly string[], whole: ReadonlySet<number> = new Set()) {
    const trie = new Trie(words);
    this.#classOf = trie.classOf;
    this.#classes = trie.classes;
    this.#wordAt = trie.wordAt;
    this.#next = trie.next.subarray(0, trie.nodes * trie.classes);
    this.#shorter = new Uint16Array(trie.nodes);
    this.#stops = new Uint8Array(trie.nodes);
    this.#addFailures(trie, whole);
  }

  /** Calls `found` for every word in the first `end` bytes, from `start` on, by their ends. */
  scan(bytes: Uint8Array, start: number, end: number, found: FoundWord): void {
    const classOf = this.#classOf;
    const classes = this.#classes;
    const next = this.#next;
    const wordAt = this.#wordAt;
    const shorter = this.#shorter;
    let node = 0;
    for (let at = start; at < end; at++) {
      node = next[node * classes + classOf[bytes[at]!]!]!;
      if (wordAt[node] === 0 && shorter[node] === 0) continue;
      for (let each = wordAt[node] === 0 ? shorter[node]! : node; each !== 0; each = shorter[each]!) {
        found(wordAt[each]! - 1, at + 1);
      }
    }
  }

  /**
   * `Plain` bits of a text in which nothing can be hidden: all its bytes are harmless in one way or another, and no word of the list
   * stands there; 0 for any other text.
   */
  plainness(bytes: Uint8Array, start: number, end: number, plain: PlainBytes): number {
    const classOf = this.#classOf;
    const classes = this.#classes;
    const next = this.#next;
    const stops = this.#stops;
    let ways: number = Plain.asLogged | Plain.words;
    let node = 0;
    for (let at = start; at < end; at++) {
      let byte = bytes[at]!;
      if (byte === PERCENT_SIGN) {
        if (at + 2 >= end) return 0;
        byte = (HEXADECIMAL[bytes[at + 1]!]! << 4) | HEXADECIMAL[bytes[at + 2]!]!;
        at += 2;
        // What is no number lies behind the end of the table.
        ways &= plain[ENCODED + byte] ?? 0;
      } else ways &= plain[byte]!;
      if (ways === 0) return 0;
      node = next[node * classes + classOf[byte]!]!;
      const stop = stops[node];
      if (stop === Stop.nothing) continue;
      if (stop === Stop.words || at + 1 === end || PART_ENDS[bytes[at + 1]!] === 1) return 0;
    }
    return ways;
  }

  /**
   * Level by level: a node goes wherever its longest shorter ending goes, but for its own children. Rows are copied as a whole, as
   * there are half a million places in the table.
   */
  #addFailures({ children }: Trie, whole: ReadonlySet<number>): void {
    const classes = this.#classes;
    const next = this.#next;
    const failure = new Uint16Array(this.#stops.length);
    const queue = [0];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      const row = node * classes;
      const elsewhere = failure[node]!;
      if (node !== 0) next.copyWithin(row, elsewhere * classes, (elsewhere + 1) * classes);
      for (let child = children.first(node); child !== 0; child = children.nextOf(child)) {
        const at = children.classOf(child);
        failure[child] = node === 0 ? 0 : next[elsewhere * classes + at]!;
        next[row + at] = child;
        queue.push(child);
      }
      this.#addWordsOf(node, elsewhere, whole);
    }
  }

  #addWordsOf(node: number, elsewhere: number, whole: ReadonlySet<number>): void {
    this.#shorter[node] = this.#wordAt[elsewhere] === 0 ? this.#shorter[elsewhere]! : elsewhere;
    const word = this.#wordAt[node]!;
    const own = word === 0 ? Stop.nothing : whole.has(word - 1) ? Stop.wholeParts : Stop.words;
    this.#stops[node] = Math.max(own, this.#stops[elsewhere]!);
  }
}

/** Values of hexadecimal digits by byte; too large for a byte of two where it is none. */
const HEXADECIMAL = Uint16Array.from({ length: 256 }, (_, byte) => {
  const digit = hexDigit(byte);
  return digit < 0 ? 0x100 : digit;
});
