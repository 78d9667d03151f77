/** Longest piece of a log or a site that a message quotes, in UTF-16 units. */
const LONGEST_QUOTE = 200;

/** Text as a message quotes it: the beginning of an over-long one, and a sign that there is more. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  // Half of a surrogate pair would be shown as damage.
  return `${text.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, '')}…`;
}
