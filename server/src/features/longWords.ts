/** Letters of a word that are shown. */
const LONGEST_WORD = 48;

/** Words of ASCII only: Japanese puts no blanks between words, and lines of it are broken anywhere. */
const LONG_WORDS = new RegExp(`[!-~]{${LONGEST_WORD + 1},}`, 'g');

/**
 * A quoted piece of code without the rest of its overlong words, such as packed code in one string: the editor's hover would grow as
 * wide as they are.
 */
export function withoutLongWords(text: string): string {
  return text.replaceAll(LONG_WORDS, (word) => `${word.slice(0, LONGEST_WORD)}…`);
}
