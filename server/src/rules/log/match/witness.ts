import type { AttackKind } from './attackKind';

/**
 * How much a witness weighs. `PROOF`: no honest request has it. `STRONG`: enough for an attempt, though a person who asks
 * about attacks might type it. `TELLING` and `FAINT`: seen in honest requests too; they count together with others.
 */
export const PROOF = 6;
export const STRONG = 3;
export const TELLING = 2;
export const FAINT = 1;

/** From this weight of all witnesses of one kind on, a request is an attempt. */
export const ATTEMPT = STRONG;
/** From this weight on there is no doubt, whoever sent it. */
export const CERTAIN = PROOF;

/** Something in a request that speaks for a kind of attack. */
export interface Witness {
  readonly kind: AttackKind;
  readonly weight: number;
  /** Numbers all witnesses from 0, so that each counts once for a text. */
  readonly number: number;
}

let count = 0;

/** Makes a witness, once for each that the rules know. */
export function witness(kind: AttackKind, weight: number): Witness {
  return { kind, weight, number: count++ };
}

/** How many witnesses were made. */
export function witnessCount(): number {
  return count;
}

/** Takes what is found in a text. */
export interface Evidence {
  add(witness: Witness): void;
}
