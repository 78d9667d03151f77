import { textOf, type LogOutcome, type LogText } from '../logDocument';
import type { LogViewRow } from '../protocol';
import { SEVERITIES } from '../rules/finding';
import { lineRanks } from './marks';
import { lineTokens } from './semanticTokens';
import { readLines } from './shownLines';

/** Longest text of a row, in UTF-16 units: a hundred times what a screen is wide. Of a longer line the rest is counted. */
const LONGEST_TEXT = 20_000;

/** Lines of a log (from 1, ascending) as a viewer shows them; those that are gone are left out. */
export async function viewRows(outcome: LogOutcome, numbers: Uint32Array): Promise<LogViewRow[]> {
  if (outcome.kind !== 'read') return plainRows(textOf(outcome), numbers);
  const { log } = outcome;
  const ranks = lineRanks(log);
  return (await readLines(log, numbers)).map((line) => {
    const severity = SEVERITIES[ranks[line.line]! - 1];
    return { ...rowOfText(line.line, line.text), tokens: lineTokens(log, line), ...(severity && { severity }) };
  });
}

async function plainRows(text: LogText | undefined, numbers: Uint32Array): Promise<LogViewRow[]> {
  const texts = (await text?.lines.lines(numbers)) ?? [];
  return texts.map((line, index) => rowOfText(numbers[index]!, line));
}

/** The row of a line (from 1). */
export function rowOfText(line: number, text: string): LogViewRow {
  // Half of a surrogate pair would be shown as damage.
  const shown = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '') : text;
  return { line: line - 1, text: shown, cut: text.length - shown.length, tokens: [] };
}
