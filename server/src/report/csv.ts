import { terminalText } from './terminal';

/**
 * Beginnings that spreadsheets take for a formula, whatever blanks come before them, wide forms included
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^\s*[=+\-@|%＝＋－＠]/u;

/**
 * A table as comma-separated values (RFC 4180). Texts may be an attacker's: each is one quoted cell in one line, and none is taken
 * for a formula, as an apostrophe stands before what could be one.
 */
export function csvTable(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = terminalText(value);
  return `"${FORMULA.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
