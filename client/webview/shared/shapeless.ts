/**
 * Characters that have no shape or change that of others: controls but the tab, separators of lines, and marks that turn the
 * direction of writing (Unicode Standard Annex 9, https://www.unicode.org/reports/tr9/); and halves of surrogate pairs.
 */
export const SHAPELESS = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** What is shown of such a character, `\u{202e}`. */
export function nameOfShapeless(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/** A text in which such characters are named. */
export function visibleText(text: string): string {
  return text.replaceAll(SHAPELESS, nameOfShapeless);
}
