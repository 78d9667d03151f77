import { NO_TIME } from '../logTable';

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Rows in the order of time, those of one second in the order in which they are given. Takes time in proportion to the rows: a
 * radix sort by the lower and then the upper half of the seconds.
 */
export function timeOrder(time: Uint32Array, rows: Uint32Array): Uint32Array {
  return sortBy(time, sortBy(time, rows, 0), DIGIT_BITS);
}

/**
 * The times, those of rows without one taken from the row before in the same file.
 * @param rowsOfFiles how many rows each file has, those of one file behind those of another
 */
export function withoutGaps(time: Uint32Array, rowsOfFiles: readonly number[]): Uint32Array {
  const filled = time.slice();
  let row = 0;
  for (const rows of rowsOfFiles) {
    let last = NO_TIME;
    for (const end = row + rows; row < end; row++) {
      if (filled[row] === NO_TIME) filled[row] = last;
      else last = filled[row]!;
    }
  }
  return filled;
}

/** Sorts rows by one half of their times, those that are equal staying in their order. */
function sortBy(time: Uint32Array, rows: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < rows.length; at++) starts[((time[rows[at]!]! >>> shift) & (DIGITS - 1)) + 1]!++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    sorted[starts[(time[row]! >>> shift) & (DIGITS - 1)]!++] = row;
  }
  return sorted;
}
