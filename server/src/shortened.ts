/** Longest piece of a log or a site that a message quotes, in UTF-16 units. */
const LONGEST_QUOTE = 200;

/** Text as a message quotes it: the beginning of an over-long one, and a sign that there is more. */
export function shortened(text: string): string {
  return shortenedTo(text, LONGEST_QUOTE);
}

/**
 * The same for documents, which have more room.
 * @param longest length that is left as it is, in UTF-16 units
 */
export function shortenedTo(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half of a surrogate pair would be shown as damage.
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}
