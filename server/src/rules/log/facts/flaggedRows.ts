import { NumberList } from './numberList';

/** 1 for each value of a column that is wanted, by its number. */
export type Flags = Uint8Array;

/** The rows of a log whose value in a column is flagged; rows without a value never are. */
export function flaggedRows(column: Uint32Array, flags: Flags): Uint32Array {
  const found = new NumberList();
  if (!flags.includes(1)) return found.values;
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value < flags.length && flags[value] === 1) found.push(row);
  }
  return found.values;
}

/** Those of the rows whose value in a column is flagged. */
export function flaggedOf(rows: Uint32Array, column: Uint32Array, flags: Flags): Uint32Array {
  const found = new NumberList();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const value = column[row]!;
    if (value < flags.length && flags[value] === 1) found.push(row);
  }
  return found.values;
}

/** Flags of the values whose marks have one of the bits. */
export function flagsOfMarks(marks: Uint32Array, wanted: number): Flags {
  const flags = new Uint8Array(marks.length);
  for (let value = 0; value < marks.length; value++) {
    if ((marks[value]! & wanted) !== 0) flags[value] = 1;
  }
  return flags;
}
