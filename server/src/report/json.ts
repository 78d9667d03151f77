/** Characters that JSON lets stand as they are, though they hide or turn what is around them (UAX #9, UAX #44). */
const HIDDEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Data as JSON (RFC 8259) that shows all it holds: hidden characters stand as their numbers, e.g. `\u202e`. */
export function visibleJson(data: unknown): string {
  return JSON.stringify(data, undefined, 2).replace(HIDDEN, (character) =>
    // A surrogate pair is two numbers.
    [...Array(character.length).keys()].map((index) => escaped(character.charCodeAt(index))).join(''),
  );
}

function escaped(unit: number): string {
  return String.raw`\u${unit.toString(16).padStart(4, '0')}`;
}
