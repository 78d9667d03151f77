import { COLON, SPACE, findByte, findLastByte, findText, isDigit, startsWith } from '../bytes';
import type { EntryFields } from '../entryFields';
import { isPath } from './messageShape';

const PHP = Buffer.from('PHP ');
const MESSAGE = Buffer.from('PHP message: ');
const ON_LINE = Buffer.from(' on line ');
const IN = Buffer.from(' in ');
/** Behind a file whose text is run as code there stands `(3) : eval()'d code`. */
const WITHIN_FILE = Buffer.from(') : ');
const LEFT_PARENTHESIS = 0x28;
/** Words of another server that may stand before PHP's. */
const LONGEST_INTRODUCTION = 128;
/** Longest word for a severity, as in `Recoverable fatal error: `. */
const LONGEST_SEVERITY = 32;
/** How the words for severities end, and which severities they are (https://www.php.net/manual/en/errorfunc.constants.php). */
const SEVERITIES = [
  ['rror', 3],
  ['arning', 4],
  ['otice', 5],
  ['eprecated', 5],
  ['tandards', 5],
] as const;
const SEVERITY_ENDINGS = SEVERITIES.map(([ending, level]) => [Buffer.from(ending), level] as const);

/** Where the words of PHP begin in a message of another server, which may have some of its own before them; -1 for none. */
export function findPhpMessage(bytes: Uint8Array, start: number, end: number): number {
  const last = Math.min(end, start + LONGEST_INTRODUCTION);
  const message = findText(bytes, MESSAGE, start, last);
  const from = message < 0 ? start : message + MESSAGE.length;
  const php = findText(bytes, PHP, from, Math.min(end, from + LONGEST_INTRODUCTION));
  return php >= 0 && phpSeverity(bytes, php, end) >= 0 ? php : -1;
}

/** Severity of what begins like `PHP Fatal error:  `; -1 when it does not. */
export function phpSeverity(bytes: Uint8Array, start: number, end: number): number {
  if (!startsWith(bytes, start, end, PHP)) return -1;
  const from = start + PHP.length;
  const colon = findByte(bytes, COLON, from, Math.min(end, from + LONGEST_SEVERITY));
  if (colon < 0) return -1;
  for (const [ending, level] of SEVERITY_ENDINGS) {
    if (colon - ending.length >= from && startsWith(bytes, colon - ending.length, colon, ending)) return level;
  }
  return -1;
}

/**
 * Notes the file that a message of PHP in `[start, end)` names, as `… in /home/a/public_html/b.php on line 3` or, of an
 * exception, `… in /home/a/public_html/b.php:3`; words of another server may stand around it.
 */
export function notePhpFile(bytes: Uint8Array, start: number, end: number, fields: EntryFields): void {
  const php = findPhpMessage(bytes, start, end);
  if (php < 0) return;
  const placeEnd = findPlaceEnd(bytes, php, end);
  const from = findPathStart(bytes, php, placeEnd);
  if (from < 0) return;
  fields.targetStart = from;
  fields.targetEnd = withoutEvaluated(bytes, from, placeEnd);
}

/** Where the file's name ends: before the last ` on line 3`, else before the `:3` at the end. */
function findPlaceEnd(bytes: Uint8Array, start: number, end: number): number {
  let last = -1;
  for (let at = findText(bytes, ON_LINE, start, end); at >= 0; at = findText(bytes, ON_LINE, at + 1, end)) {
    if (isDigit(bytes[at + ON_LINE.length])) last = at;
  }
  if (last >= 0) return last;
  let at = end;
  while (at > start && isDigit(bytes[at - 1])) at--;
  return at < end && bytes[at - 1] === COLON ? at - 1 : -1;
}

/** Where the path behind the last ` in ` begins that a path follows; -1 when there is none. */
function findPathStart(bytes: Uint8Array, start: number, end: number): number {
  for (let at = findLastByte(bytes, SPACE, start, end); at >= 0; at = findLastByte(bytes, SPACE, start, at)) {
    const word = at - IN.length + 1;
    if (word >= start && startsWith(bytes, word, end, IN) && isPath(bytes, at + 1, end)) return at + 1;
  }
  return -1;
}

/** Where the file's name ends in `[start, end)`, which goes on behind it where the file's text is run as code: `a.php(3) : eval()'d code`. */
export function withoutEvaluated(bytes: Uint8Array, start: number, end: number): number {
  const behind = findText(bytes, WITHIN_FILE, start, end);
  const parenthesis = behind < 0 ? -1 : findLastByte(bytes, LEFT_PARENTHESIS, start, behind);
  return parenthesis > start && isDigit(bytes[parenthesis + 1]) ? parenthesis : end;
}
