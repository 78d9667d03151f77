import type { AttackKind } from '../match/attackKind';

/** Parts of a request, as bits. */
export const Part = {
  /** Path of the target. */
  path: 1 << 0,
  /** Name of a parameter. */
  name: 1 << 1,
  /** Value of a parameter. */
  value: 1 << 2,
  /** The page that led here; its parameters and the words of one that is no address. */
  referrer: 1 << 3,
  /** The program that asks, in its own words. */
  agent: 1 << 4,
  /** The whole query, for names that tell only with their values. */
  query: 1 << 5,
  /** A parameter with which a text that goes on in the next one may begin. */
  opening: 1 << 6,
} as const;

export const QUERY = Part.name | Part.value;
export const TARGET = Part.path | Part.name | Part.value;
export const ANYWHERE = TARGET | Part.referrer | Part.agent;

/**
 * Where the ends of a literal may lie. `free`: anywhere; `word`: no letter, digit or underscore right beside it; `start`: at
 * the beginning of the part; `end`: at its end; `whole`: it is all of it.
 */
export type Edges = 'free' | 'word' | 'start' | 'end' | 'whole';

/** Texts that tell of an attack when they stand in a request, after decoding and whatever their case. */
export interface Literals {
  readonly kind: AttackKind;
  /** `FAINT`, `TELLING`, `STRONG` or `PROOF`. */
  readonly weight: number;
  /** `Part`s to look in. */
  readonly parts: number;
  readonly edges: Edges;
  /** Plain texts, separated by line breaks or, where none of them has a blank, by blanks. */
  readonly texts: readonly string[];
}

/** The texts of a list written one to a line, which may have blanks in them. */
export function linesOf(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
