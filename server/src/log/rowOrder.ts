/** Moves for each value beyond which a list is not nearly in order, and the engine's own sorting is faster. */
const MOVES_EACH = 8;
/** Rows that fill at least one in so many of their span are sorted by counting them. */
const DENSE = 32;

/** The values, ascending, the list itself where they are; quick where they nearly are, as times of a log. */
export function ascending(values: Uint32Array): Uint32Array {
  if (isAscending(values)) return values;
  const sorted = values.slice();
  let moves = values.length * MOVES_EACH;
  for (let at = 1; at < sorted.length; at++) {
    const value = sorted[at]!;
    let to = at;
    for (; to > 0 && sorted[to - 1]! > value; to--) sorted[to] = sorted[to - 1]!;
    sorted[to] = value;
    moves -= at - to;
    if (moves < 0) return sorted.toSorted();
  }
  return sorted;
}

/**
 * The rows in the order of their times, those of one time ascending; the list itself where it is in order, quick where it nearly
 * is, as in a log.
 */
export function inOrderOf(time: Uint32Array, rows: Uint32Array): Uint32Array {
  if (isInOrderOf(time, rows)) return rows;
  const isLater = (one: number, other: number): boolean =>
    time[one]! > time[other]! || (time[one] === time[other] && one > other);
  const sorted = rows.slice();
  let moves = rows.length * MOVES_EACH;
  for (let at = 1; at < sorted.length; at++) {
    const row = sorted[at]!;
    let to = at;
    for (; to > 0 && isLater(sorted[to - 1]!, row); to--) sorted[to] = sorted[to - 1]!;
    sorted[to] = row;
    moves -= at - to;
    if (moves < 0) return sorted.toSorted((a, b) => time[a]! - time[b]! || a - b);
  }
  return sorted;
}

function isAscending(values: Uint32Array): boolean {
  for (let at = 1; at < values.length; at++) {
    if (values[at]! < values[at - 1]!) return false;
  }
  return true;
}

function isInOrderOf(time: Uint32Array, rows: Uint32Array): boolean {
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at]!;
    const before = rows[at - 1]!;
    if (time[row]! < time[before]! || (time[row] === time[before] && row < before)) return false;
  }
  return true;
}

/** Several lists of rows as one, ascending; a row that is in several of them is there as often. */
export function joinRows(lists: readonly Uint32Array[]): Uint32Array {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 1) return filled[0]!;
  const joined = concatenated(filled);
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let at = 0; at < joined.length; at++) {
    first = Math.min(first, joined[at]!);
    last = Math.max(last, joined[at]!);
  }
  return joined.length * DENSE < last - first ? joined.toSorted() : sortedByCounting(joined, first, last);
}

function concatenated(lists: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

/** Rows from `first` to `last`, sorted; those that are given are overwritten. */
function sortedByCounting(rows: Uint32Array, first: number, last: number): Uint32Array {
  const counts = new Uint8Array(Math.max(0, last - first + 1));
  for (let at = 0; at < rows.length; at++) {
    // A row that comes up more often than can be counted here.
    if (counts[rows[at]! - first]!++ === 0xff) return rows.toSorted();
  }
  let at = 0;
  for (let row = 0; row < counts.length; row++) {
    for (let count = counts[row]!; count > 0; count--) rows[at++] = row + first;
  }
  return rows;
}
