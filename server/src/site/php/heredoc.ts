import { isNamePart, isNameStart, skipName } from './characters';

/** A heredoc or nowdoc as the lexer sees it; offsets into the source. */
export interface Heredoc {
  readonly nowdoc: boolean;
  readonly bodyStart: number;
  /** Behind the last character of the body; the line break before the closing label is not part of it. */
  readonly bodyEnd: number;
  /** Behind the closing label. */
  readonly end: number;
  /** Blanks before the closing label, taken off every line of the body (PHP 7.3). */
  readonly indent: number;
}

const OPENING = /<<<[ \t]*(["']?)([A-Za-z_\x80-\uffff][\w\x80-\uffff]*)\1(?:\r\n|\n|\r)/y;

/** Reads the heredoc that starts at `start` (`<<<`), or gives `undefined` when these are no heredoc. */
export function readHeredoc(text: string, start: number): Heredoc | undefined {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const label = opening[2]!;
  const bodyStart = start + opening[0].length;
  const nowdoc = opening[1] === "'";
  for (let at = bodyStart; at !== -1; at = text.indexOf(label, at + 1)) {
    if (!text.startsWith(label, at) || isNamePart(text.charCodeAt(at + label.length))) continue;
    const lineStart = startOfBlanks(text, at, bodyStart);
    if (lineStart === undefined) continue;
    const bodyEnd = Math.max(bodyStart, lineStart - lineBreakBefore(text, lineStart));
    return { nowdoc, bodyStart, bodyEnd, end: at + label.length, indent: at - lineStart };
  }
  return { nowdoc, bodyStart, bodyEnd: text.length, end: text.length, indent: 0 };
}

/** Start of the line of `at` when only blanks stand before it. */
function startOfBlanks(text: string, at: number, bodyStart: number): number | undefined {
  let lineStart = at;
  while (lineStart > bodyStart && (text[lineStart - 1] === ' ' || text[lineStart - 1] === '\t')) lineStart--;
  return lineStart === bodyStart || text[lineStart - 1] === '\n' || text[lineStart - 1] === '\r'
    ? lineStart
    : undefined;
}

function lineBreakBefore(text: string, lineStart: number): number {
  if (text[lineStart - 1] === '\n') return text[lineStart - 2] === '\r' ? 2 : 1;
  return text[lineStart - 1] === '\r' ? 1 : 0;
}

/** The label of a heredoc opening at `start`, to tell `<<<LABEL` from a shift. */
export function looksLikeHeredoc(text: string, start: number): boolean {
  let at = start + 3;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (text[at] === '"' || text[at] === "'") at++;
  return isNameStart(text.charCodeAt(at)) && skipName(text, at) > at;
}
