/**
 * Deterministic random numbers: the generator sfc32 of PractRand (Chris Doty-Humphrey, public domain). The same seed
 * and stream give the same numbers on every machine, which is why nothing here uses `Math.log` or `Math.cos`: their last
 * digit may differ between engines.
 */
export class Random {
  #a: number;
  #b: number;
  #c = 0x9e3779b9;
  #counter = 1;

  /** `seed` chooses the world, `stream` one independent sequence in it (so that one actor's change moves no other). */
  constructor(seed: number, stream = 0) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    for (let round = 0; round < 15; round += 1) this.next();
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number from `minimum` to `maximum`, both included. */
  integer(minimum: number, maximum: number): number {
    return minimum + Math.floor(this.next() * (maximum - minimum + 1));
  }

  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items, all equally likely; throws on an empty list. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  /** One of the items, the earlier the likelier: the first of nine comes up every third time. Throws on an empty list. */
  favour<Item>(items: readonly Item[]): Item {
    const draw = this.next();
    const item = items[Math.floor(draw * draw * items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  /** A pause with the given mean: mostly short, now and then up to 3.7 times as long, never zero. */
  gap(mean: number): number {
    const draw = this.next();
    return mean * (0.1 + 3.6 * draw * draw * draw);
  }
}

/** A list to draw from in which some items are more likely than others. */
export class Choice<Item> {
  readonly #items: readonly Item[];
  readonly #cumulative: Float64Array;

  /** Items with their weights, which need not add up to anything in particular. */
  constructor(weighted: readonly (readonly [item: Item, weight: number])[]) {
    this.#items = weighted.map(([item]) => item);
    this.#cumulative = new Float64Array(weighted.length);
    let total = 0;
    weighted.forEach(([, weight], index) => {
      total += weight;
      this.#cumulative[index] = total;
    });
  }

  /** One item; throws on an empty list. */
  pick(random: Random): Item {
    const cumulative = this.#cumulative;
    const target = random.next() * (cumulative.at(-1) ?? 0);
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const item = this.#items[low];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }
}
