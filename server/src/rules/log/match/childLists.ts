/**
 * The children of each node of a tree of words as lists: who goes through all of them need not look at every place of the table of
 * nodes and bytes, most of which are empty. Nodes are numbers from 0, the root, on.
 */
export class ChildLists {
  readonly #first: number[] = [];
  readonly #next: number[] = [];
  readonly #classOf: number[] = [];

  add(parent: number, child: number, byteClass: number): void {
    this.#next[child] = this.#first[parent] ?? 0;
    this.#first[parent] = child;
    this.#classOf[child] = byteClass;
  }

  /** The first child of a node; 0 where it has none. */
  first(node: number): number {
    return this.#first[node] ?? 0;
  }

  /** The next child of the same node; 0 behind the last. */
  nextOf(child: number): number {
    return this.#next[child]!;
  }

  /** Class of the byte that leads to a node. */
  classOf(child: number): number {
    return this.#classOf[child]!;
  }
}
