import { shortened } from '../../shortened';
import { terminalText } from '../terminal';

/** Text of others within a mail: one line, hidden characters written out, no link that a mail program would make of it. */
export function plainLine(text: string): string {
  return terminalText(shortened(text)).replaceAll(/\bh(tt)(ps?:\/\/)/gi, 'hxx$2');
}
