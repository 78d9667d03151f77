import { count } from '../../numbers';
import { terminalText } from '../../report/terminal';
import type { Finding } from '../../rules/finding';
import { t } from '../../words';
import { withoutLongWords } from '../longWords';
import { readableLines } from './readableCode';

/** The title of what opens the decoded text, in the light bulb and the hover alike. */
export function showDecodedTitle(): string {
  return t('Show what this hidden code does');
}

/** Longest beginning of decoded code that a message quotes, in UTF-16 units: two lines of a hover. */
const LONGEST_EXCERPT = 120;

/** The beginning of decoded code in one line, for a message. */
export function decodedExcerpt({ text, truncated }: NonNullable<Finding['decoded']>): string {
  const line = withoutLongWords(text.trim().replaceAll(/\s+/g, ' '));
  if (!truncated && line.length <= LONGEST_EXCERPT) return terminalText(line);
  return terminalText(`${line.slice(0, LONGEST_EXCERPT).replace(/[\ud800-\udbff]$/, '')}…`);
}

/** Decoded code line by line for a reader, with hidden characters written out; tabs stay. */
export function decodedLines(text: string): string[] {
  return readableLines(linesOf(text)).map((line) => line.split('\t').map(terminalText).join('\t'));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r]/);
}

/**
 * The document that shows what the hidden code of a file says. Its first line says in a comment that this is only text, so that the
 * editor colours the code as such.
 * @param finding `undefined` when it is not known any more
 */
export function decodedDocument(file: string, finding: Finding | undefined): string {
  const { decoded } = finding ?? {};
  if (decoded === undefined) return notKnown(file);
  const lines = decodedLines(decoded.text);
  const isBroken = lines.length > linesOf(decoded.text).length;
  const notes = [
    t('Only text, nothing is run: what the hidden code in {0} says.', terminalText(file)),
    ...(decoded.truncated ? [t('These are its first {0} characters; there is more.', count(decoded.text.length))] : []),
    ...(isBroken ? [t('Long lines are broken here, so that they can be read.')] : []),
  ];
  return [...comment(notes, file, decoded.text), '', ...lines, ''].join('\n');
}

/** Notes in the comment of the language: JavaScript, PHP, or HTML where PHP code has tags of its own. */
function comment(notes: readonly string[], file: string, code: string): string[] {
  if (/\.m?js$/i.test(file)) return notes.map((note) => `// ${note}`);
  if (/<\?|\?>/.test(code)) return notes.map((note) => `<!-- ${note} -->`);
  return notes.map((note, index) => `${index === 0 ? '<?php ' : ''}// ${note}`);
}

function notKnown(file: string): string {
  const notes = [
    t('This document showed what the hidden code in {0} says.', terminalText(file)),
    t('It is not kept when the window is closed, and it goes when the code is gone from the file.'),
    t('Run “Audit Site Folder” again: if the code is still there, it appears here.'),
  ];
  return `${notes.join('\n')}\n`;
}
