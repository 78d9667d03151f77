import { Trie } from './trie';

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

  /** @param words ASCII, none empty, none twice (whatever the case) */
  constructor(words: readonly string[]) {
    const trie = new Trie(words);
    this.#classOf = trie.classOf;
    this.#classes = trie.classes;
    this.#wordAt = trie.wordAt;
    this.#next = trie.next.slice(0, trie.nodes * trie.classes);
    this.#shorter = new Uint16Array(trie.nodes);
    this.#addFailures(trie);
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

  /** Whether the bytes are all of a set (1 for each that is) and no word of the list stands in them. */
  isPlain(bytes: Uint8Array, start: number, end: number, set: Uint8Array): boolean {
    const classOf = this.#classOf;
    const classes = this.#classes;
    const next = this.#next;
    const wordAt = this.#wordAt;
    const shorter = this.#shorter;
    let node = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (set[byte] === 0) return false;
      node = next[node * classes + classOf[byte]!]!;
      if (wordAt[node] !== 0 || shorter[node] !== 0) return false;
    }
    return true;
  }

  /** Level by level: a node without a child of some class goes where its longest shorter ending goes. */
  #addFailures(trie: Trie): void {
    const classes = this.#classes;
    const next = this.#next;
    const failure = new Uint16Array(trie.nodes);
    let level = [0];
    while (level.length > 0) {
      const deeper: number[] = [];
      for (const node of level) {
        for (let byteClass = 0; byteClass < classes; byteClass++) {
          const slot = node * classes + byteClass;
          const child = next[slot]!;
          const elsewhere = node === 0 ? 0 : next[failure[node]! * classes + byteClass]!;
          if (child === 0) {
            next[slot] = elsewhere;
            continue;
          }
          failure[child] = elsewhere;
          this.#shorter[child] = trie.wordAt[elsewhere] === 0 ? this.#shorter[elsewhere]! : elsewhere;
          deeper.push(child);
        }
      }
      level = deeper;
    }
  }
}
