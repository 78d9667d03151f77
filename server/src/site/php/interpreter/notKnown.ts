/** Ends an interpretation: a value is not known, or the code does something that is more than working out a value. */
export class NotKnown extends Error {}

const NOT_KNOWN = new NotKnown('not known');

/** One error for all: thrown often, never shown. */
export function giveUp(): never {
  throw NOT_KNOWN;
}
