import { ATTACK_KINDS, type AttackKind } from './attackKind';
import { ATTEMPT, PROOF, STRONG, TELLING, witnessCount, type Evidence, type Witness } from './witness';

const MOST = 255;
/** From here on in the list, kinds hide or accompany others. */
const FIRST_ACCOMPANYING = ATTACK_KINDS.indexOf('secret-file');

/** Weights by kind of attack, in the order of `ATTACK_KINDS`. */
export type Weights = Uint8Array;

const numberOfKind = new Map<AttackKind, number>(ATTACK_KINDS.map((kind, index) => [kind, index]));

/** Adds up the witnesses of one text, each once. */
export class WitnessTally implements Evidence {
  /** Whether the part that is looked at is a sentence, in which code is spoken about rather than sent. */
  isProse = false;
  /** Whether people type into this part what they look for, be it code. */
  isSearch = false;
  /** Whether anything was added, be it again, since this was last set to false. */
  isTouched = false;
  readonly #weights: Weights = new Uint8Array(ATTACK_KINDS.length);
  #seen = new Uint8Array(0);
  readonly #added: number[] = [];

  add({ kind, weight, number }: Witness): void {
    this.isTouched = true;
    if (this.#seen.length <= number) this.#seen = new Uint8Array(witnessCount());
    if (this.#seen[number] !== 0) return;
    this.#seen[number] = 1;
    this.#added.push(number);
    const index = numberOfKind.get(kind)!;
    this.#weights[index] = Math.min(MOST, this.#weights[index]! + this.#counted(weight));
  }

  #counted(weight: number): number {
    if (weight >= PROOF) return this.isProse || this.isSearch ? STRONG : weight;
    return weight === STRONG && this.isProse ? TELLING : weight;
  }

  /** What was added since the last call; `undefined` when it is nothing. */
  take(): Weights | undefined {
    if (this.#added.length === 0) return undefined;
    for (const number of this.#added) this.#seen[number] = 0;
    this.#added.length = 0;
    const weights = this.#weights.slice();
    this.#weights.fill(0);
    return weights;
  }
}

/**
 * Number of the kind that weighs most, the first of several. What only hides or accompanies an attack gives way to any kind that
 * makes an attempt by itself.
 */
export function heaviest(weights: Weights): number {
  const main = mostOf(weights, 0, FIRST_ACCOMPANYING);
  if (weights[main]! >= ATTEMPT) return main;
  return mostOf(weights, 0, weights.length);
}

function mostOf(weights: Weights, start: number, end: number): number {
  let kind = start;
  for (let index = start + 1; index < end; index++) {
    if (weights[index]! > weights[kind]!) kind = index;
  }
  return kind;
}
