import type { ListedFile, ListReader } from './hostList';
import { isServerPath, serverPath } from './serverPath';

/** What the columns are called in which tools write paths, signatures and hashes. */
const PATH_COLUMN = /^(?:file ?(?:name|path)?|path|full ?path|location|filename|ファイル(?:名|パス)?|パス)$/i;
const SIGNATURE_COLUMN = /^(?:type|signature(?: ?(?:id|name))?|threat|malware|description|rule|virus|検出名|種類)$/i;
const HASH_COLUMN = /^(?:hash|md5|sha-?1|sha-?256|checksum)$/i;

/**
 * A table with a line of headings: CSV (RFC 4180), divided by tabs or semicolons, or the columns of `imunify360-agent … list`,
 * divided by two blanks or more.
 */
export const readTable: ListReader = (_, lines) => {
  const separator = separatorOf(lines[0] ?? '');
  if (separator === undefined) return undefined;
  const headings = cells(lines[0]!, separator).map((cell) => cell.trim());
  const at = headings.findIndex((heading) => PATH_COLUMN.test(heading));
  if (at < 0) return undefined;
  const signatureAt = headings.findIndex((heading) => SIGNATURE_COLUMN.test(heading));
  const hashAt = headings.findIndex((heading) => HASH_COLUMN.test(heading));
  return lines.slice(1).flatMap((line) => {
    const row = cells(line, separator);
    return isServerPath(row[at]?.trim() ?? '') ? [listedRow(row, at, signatureAt, hashAt)] : [];
  });
};

function listedRow(row: readonly string[], at: number, signatureAt: number, hashAt: number): ListedFile {
  const signature = row[signatureAt]?.trim() ?? '';
  const hash = row[hashAt]?.trim().toLowerCase() ?? '';
  return {
    path: serverPath(row[at]!),
    ...(signature !== '' && { signature }),
    ...(/^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/.test(hash) && { hash }),
  };
}

type Separator = ',' | ';' | '\t' | 'blanks';

function separatorOf(headings: string): Separator | undefined {
  for (const separator of ['\t', ',', ';'] as const) if (headings.includes(separator)) return separator;
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
