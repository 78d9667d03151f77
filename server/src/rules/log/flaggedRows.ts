import type { LogModel } from '../../log/logModel';
import type { Finding } from '../finding';

/** For each row of a model 1 if it belongs to a finding that is an error or a warning, else 0. */
export function flaggedRows({ files, table }: LogModel, findings: readonly Finding[]): Uint8Array {
  const linesBefore = new Map(files.map((file) => [file.name, file.linesBefore]));
  const isFlaggedLine = new Uint8Array(table.lines + 1);
  for (const { severity, lines = [] } of findings) {
    if (severity !== 'error' && severity !== 'warning') continue;
    for (const { file, lines: own } of lines) {
      const before = linesBefore.get(file);
      if (before !== undefined) for (const line of own) isFlaggedLine[before + line] = 1;
    }
  }
  const isFlagged = new Uint8Array(table.rows);
  for (let row = 0; row < isFlagged.length; row++) isFlagged[row] = isFlaggedLine[table.lineOfRow(row)]!;
  return isFlagged;
}
