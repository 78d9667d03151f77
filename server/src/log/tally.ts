import { NO_ENTRY } from './logTable';

/** A value of a column and how many rows have it. */
export type ValueCount = [value: number, count: number];

/** Counts by value, the value `NO_ENTRY` first; all 0 between two calls. Kept, as clearing it whole would cost more than counting. */
let counts = new Uint32Array(0);

/** How often each value of a column occurs in the rows, in the order of first appearance. Takes time for the rows alone. */
export function countValues(column: Uint32Array | Uint16Array, rows: Uint32Array): ValueCount[] {
  makeRoom(column, rows);
  const values: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at]!]!;
    if (counts[slotOf(value)]!++ === 0) values.push(value);
  }
  return values.map((value) => {
    const slot = slotOf(value);
    const count = counts[slot]!;
    counts[slot] = 0;
    return [value, count];
  });
}

/** How often each value of a column occurs in the rows, the most frequent first. */
export function tally(column: Uint32Array | Uint16Array, rows: Uint32Array): ValueCount[] {
  return countValues(column, rows).toSorted((a, b) => b[1] - a[1]);
}

function makeRoom(column: Uint32Array | Uint16Array, rows: Uint32Array): void {
  let highest = 0;
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at]!]!;
    if (value > highest && value !== NO_ENTRY) highest = value;
  }
  if (slotOf(highest) >= counts.length) counts = new Uint32Array(slotOf(highest) * 2);
}

function slotOf(value: number): number {
  return value === NO_ENTRY ? 0 : value + 1;
}
