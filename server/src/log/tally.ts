import { NO_ENTRY } from './logTable';

/** Columns whose values are counted. */
type Column = Uint32Array | Uint16Array;

/** A value of a column and how many rows have it. */
export type ValueCount = [value: number, count: number];

/** Counts by value, the value `NO_ENTRY` first; all 0 between two calls. Kept, as clearing it whole would cost more than counting. */
let counts = new Uint32Array(0);

/** How often each value of a column occurs in the rows, in the order of first appearance. Takes time for the rows alone. */
export function countValues(column: Column, rows: Uint32Array): ValueCount[] {
  return countSlots(column, rows).map((slot) => {
    const count = counts[slot]!;
    counts[slot] = 0;
    return [valueOf(slot), count];
  });
}

/** How often each value of a column occurs in the rows, the most frequent first. */
export function tally(column: Column, rows: Uint32Array): ValueCount[] {
  return countValues(column, rows).toSorted((a, b) => b[1] - a[1]);
}

/** The rows of each value that has at least `fewestOf` of them, in their order; rows without a value are left out. */
export function groupBy(
  column: Column,
  rows: Uint32Array,
  fewestOf: (value: number) => number,
): [value: number, rows: Uint32Array][] {
  const groups: [value: number, rows: Uint32Array][] = [];
  const slots = countSlots(column, rows);
  // From here on a slot has the number of its group, from 1 on.
  for (const slot of slots) {
    const count = counts[slot]!;
    counts[slot] =
      slot === 0 || count < fewestOf(valueOf(slot)) ? 0 : groups.push([valueOf(slot), new Uint32Array(count)]);
  }
  if (groups.length > 0) fillGroups(column, rows, groups);
  for (const slot of slots) counts[slot] = 0;
  return groups;
}

function fillGroups(column: Column, rows: Uint32Array, groups: readonly [value: number, rows: Uint32Array][]): void {
  const filled = new Uint32Array(groups.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const group = counts[slotOf(column[row]!)]! - 1;
    if (group >= 0) groups[group]![1][filled[group]!++] = row;
  }
}

/** Counts the values of the rows; gives the slots that are not 0 any more, in the order of first appearance. */
function countSlots(column: Column, rows: Uint32Array): number[] {
  const slots: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const slot = slotOf(column[rows[at]!]!);
    if (slot >= counts.length) makeRoom(slot);
    if (counts[slot]!++ === 0) slots.push(slot);
  }
  return slots;
}

function makeRoom(slot: number): void {
  const larger = new Uint32Array(2 * slot + 1);
  larger.set(counts);
  counts = larger;
}

function slotOf(value: number): number {
  return value === NO_ENTRY ? 0 : value + 1;
}

function valueOf(slot: number): number {
  return slot === 0 ? NO_ENTRY : slot - 1;
}
