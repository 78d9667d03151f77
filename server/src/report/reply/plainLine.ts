import { shortened, shortenedTo } from '../../shortened';
import { terminalText } from '../terminal';

/** Text of others within a mail: one line, hidden characters written out, no link that a mail program would make of it. */
export function plainLine(text: string): string {
  return withoutLinks(shortened(text));
}

/**
 * The same for a text that may be longer.
 * @param longest length that is left as it is, in UTF-16 units
 */
export function plainLongLine(text: string, longest: number): string {
  return withoutLinks(shortenedTo(text, longest));
}

function withoutLinks(text: string): string {
  return terminalText(text).replaceAll(/\bh(tt)(ps?:\/\/)/gi, 'hxx$2');
}
