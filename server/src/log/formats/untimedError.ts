import { COLON, SPACE, isDigit } from '../bytes';
import { EntryKind } from '../entryFields';
import type { LogFormat } from './logFormat';
import { notePhpFile, phpSeverity } from './phpMessage';

const UPPER_A = 0x41;
const UPPER_H = 0x48;
const UPPER_P = 0x50;
/** Digits of `AH00558`. */
const NUMBER_DIGITS = 5;

/**
 * What Apache and PHP write into an error log before they know how to write it, without a time: `AH00558: httpd: Could not
 * reliably determine …`, `PHP Warning:  PHP Startup: Unable to load …`.
 */
export const untimedErrorFormat: LogFormat = {
  id: 'untimed-error',
  // Whatever else a format sees in such a line is more.
  weight: 0.5,
  continuation: 'traces',
  createReader: () => (bytes, start, end, fields) => {
    const level = bytes[start] === UPPER_P ? phpSeverity(bytes, start, end) : -1;
    if (level < 0 && !isNumbered(bytes, start, end)) return false;
    fields.kind = EntryKind.error;
    fields.level = level;
    fields.messageStart = start;
    fields.messageEnd = end;
    if (level >= 0) notePhpFile(bytes, start, end, fields);
    return true;
  },
};

/** Whether a line begins with the number of a message of Apache, `AH00558: `. */
function isNumbered(bytes: Buffer, start: number, end: number): boolean {
  const colon = start + 2 + NUMBER_DIGITS;
  if (colon + 1 >= end || bytes[start] !== UPPER_A || bytes[start + 1] !== UPPER_H) return false;
  for (let at = start + 2; at < colon; at++) {
    if (!isDigit(bytes[at])) return false;
  }
  return bytes[colon] === COLON && bytes[colon + 1] === SPACE;
}
