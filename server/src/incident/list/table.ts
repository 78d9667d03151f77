import type { ListedFile, ListReader } from './hostList';
import { isServerPath, serverPath } from './serverPath';

/** What the columns are called in which tools write paths, signatures and hashes. */
const PATH_COLUMN =
  /^(?:file[ _]?(?:name|path)?|path|full[ _]?path|location|resources?|object|threat location|infected file|ファイル(?:名|パス)?|パス)$/i;
const SIGNATURE_COLUMN =
  /^(?:type|signature(?:[ _]?name)?|threat(?: ?name)?|malware|description|rule|virus|検出名|種類)$/i;
const HASH_COLUMN = /^(?:hash|md5|sha-?1|sha-?256|checksum)$/i;

const SEPARATORS = ['\t', ',', ';', '|'] as const;
const MOST_BEFORE_HEADINGS = 5;
/** Fewer lines than these show no table without headings. */
const FEWEST_ROWS = 3;
const MOST_COLUMNS = 50;
/** So many rows tell which column has the paths, where no heading does. */
const SAMPLE_ROWS = 200;
/** Share of the rows in which a column has to have a path. */
const MOST_OF_THEM = 0.8;

/**
 * A table with a line of headings, or one in which nearly every row has a path in the same column: CSV (RFC 4180), divided by tabs,
 * semicolons or bars, or the columns of `imunify360-agent … list`, divided by two blanks or more.
 */
export const readTable: ListReader = (_, lines) => withHeadings(lines) ?? byContent(lines);

function withHeadings(lines: readonly string[]): ListedFile[] | undefined {
  // Some tools put a line or two before the headings.
  for (const [number, line] of lines.slice(0, MOST_BEFORE_HEADINGS).entries()) {
    const separator = separatorOf(line);
    if (separator === undefined) continue;
    const headings = cells(line, separator).map((cell) => cell.trim());
    const at = headings.findIndex((heading) => PATH_COLUMN.test(heading));
    if (at < 0) continue;
    const signatureAt = headings.findIndex((heading) => SIGNATURE_COLUMN.test(heading));
    const hashAt = headings.findIndex((heading) => HASH_COLUMN.test(heading));
    return rowsOf(lines.slice(number + 1), separator, at, signatureAt, hashAt);
  }
  return undefined;
}

function byContent(lines: readonly string[]): ListedFile[] | undefined {
  const sample = lines.slice(0, SAMPLE_ROWS);
  if (sample.length < FEWEST_ROWS) return undefined;
  for (const separator of SEPARATORS) {
    const rows = sample.map((line) => cells(line, separator));
    if (rows.filter((row) => row.length > 1).length < sample.length * MOST_OF_THEM) continue;
    const width = Math.min(MOST_COLUMNS, Math.max(...rows.map((row) => row.length)));
    const at = Array.from({ length: width }, (_, column) => column).find(
      (column) => rows.filter((row) => isPathCell(row[column])).length >= sample.length * MOST_OF_THEM,
    );
    if (at !== undefined) return rowsOf(lines, separator, at, -1, -1);
  }
  return undefined;
}

/** A number or a name with a dot is no path where nothing says so. */
function isPathCell(cell: string | undefined): boolean {
  return cell !== undefined && /[\\/]/.test(cell) && isServerPath(cell.trim());
}

function rowsOf(
  lines: readonly string[],
  separator: Separator,
  at: number,
  signatureAt: number,
  hashAt: number,
): ListedFile[] {
  return lines.flatMap((line) => {
    const row = cells(line, separator);
    return isServerPath(row[at]?.trim() ?? '') ? [listedRow(row, at, signatureAt, hashAt)] : [];
  });
}

function listedRow(row: readonly string[], at: number, signatureAt: number, hashAt: number): ListedFile {
  const signature = row[signatureAt]?.trim() ?? '';
  const hash = row[hashAt]?.trim().toLowerCase() ?? '';
  return {
    path: serverPath(row[at]!),
    ...(signature !== '' && { signature }),
    ...(/^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/.test(hash) && { hash }),
  };
}

type Separator = (typeof SEPARATORS)[number] | 'blanks';

function separatorOf(headings: string): Separator | undefined {
  for (const separator of SEPARATORS) if (headings.includes(separator)) return separator;
  return /\S {2,}\S/.test(headings) ? 'blanks' : undefined;
}

function cells(line: string, separator: Separator): string[] {
  if (separator === 'blanks') return line.trim().split(/ {2,}/);
  const found: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"' && isQuoted && line[at + 1] === '"') cell += line[++at]!;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      found.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...found, cell];
}
