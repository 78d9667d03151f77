import { ChildLists } from './childLists';

/** Number of a node; the root is 0. */
type Node = number;

const FIRST_NODES = 1024;
/** Bytes of no word at all share a class. */
const OTHER = 0;

/**
 * Words as a tree of their bytes, ASCII letters without regard to case, in one table: `next[node * classes + class]`. Looking up
 * takes one step for each byte whatever the words are.
 */
export class Trie {
  /** Class of each byte. */
  readonly classOf = new Uint8Array(256);
  readonly classes: number;
  /** 0 where there is no such child: nothing leads back to the root. */
  next: Uint16Array;
  /** Number of the word that ends at each node, counted from 1; 0 for none. */
  wordAt: Uint16Array;
  nodes = 1;
  readonly children = new ChildLists();

  /** @param words ASCII; numbered in this order. Fewer than 65,536 nodes may come of them. */
  constructor(words: readonly string[]) {
    let classes = OTHER + 1;
    for (const word of words) {
      for (let at = 0; at < word.length; at++) {
        const byte = folded(word.charCodeAt(at));
        if (this.classOf[byte] === OTHER) this.classOf[byte] = classes++;
      }
    }
    for (let byte = 0; byte < 256; byte++) this.classOf[byte] = this.classOf[folded(byte)]!;
    this.classes = classes;
    this.next = new Uint16Array(FIRST_NODES * classes);
    this.wordAt = new Uint16Array(FIRST_NODES);
    words.forEach((word, index) => this.#add(word, index + 1));
  }

  /** Number (from 0) of the word in `[start, end)`; -1 when it is none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    let node: Node = 0;
    for (let at = start; at < end; at++) {
      node = this.next[node * this.classes + this.classOf[bytes[at]!]!]!;
      if (node === 0) return -1;
    }
    return this.wordAt[node]! - 1;
  }

  #add(word: string, number: number): void {
    let node: Node = 0;
    for (let at = 0; at < word.length; at++) {
      const slot = node * this.classes + this.classOf[word.charCodeAt(at)]!;
      if (this.next[slot] === 0) {
        if (this.nodes === this.wordAt.length) this.#grow();
        this.children.add(node, this.nodes, this.classOf[word.charCodeAt(at)]!);
        this.next[slot] = this.nodes++;
      }
      node = this.next[slot]!;
    }
    if (this.wordAt[node] !== 0) throw new RangeError(`"${word}" is listed twice.`);
    this.wordAt[node] = number;
  }

  #grow(): void {
    const nodes = this.wordAt.length * 2;
    const next = new Uint16Array(nodes * this.classes);
    const wordAt = new Uint16Array(nodes);
    next.set(this.next);
    wordAt.set(this.wordAt);
    this.next = next;
    this.wordAt = wordAt;
  }
}

function folded(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
