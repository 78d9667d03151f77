/** Rows of one second that have the same key, by file. */
export interface SameRows {
  /** Numbers of the files, ascending, and how many rows each has. */
  readonly files: readonly number[];
  readonly counts: readonly number[];
}

/** The rows of a set of logs in the order of time. */
export interface TimedRows {
  /** Row numbers in the order of time. */
  readonly order: Uint32Array;
  /** Time of each row, seconds since 1970-01-01 UTC, none absent. */
  readonly time: Uint32Array;
  /** File of each row. */
  readonly file: Uint16Array;
}

/** Takes a second and its part of the order, `[start, end)`. */
type SecondVisitor = (second: number, start: number, end: number) => void;

/** Visits each second in which more than one file has rows. */
export function visitSharedSeconds({ order, time, file }: TimedRows, visit: SecondVisitor): void {
  let start = 0;
  while (start < order.length) {
    const second = time[order[start]!]!;
    const first = file[order[start]!]!;
    let end = start + 1;
    let isShared = false;
    while (end < order.length && time[order[end]!] === second) {
      if (file[order[end]!] !== first) isShared = true;
      end++;
    }
    if (isShared) visit(second, start, end);
    start = end;
  }
}

/**
 * The rows of one second, grouped by key and counted by file. The rows of a file lie together, as the order is stable.
 * @param left by row, 1 for those that are not counted
 */
export function countSameRows(
  { order, file }: TimedRows,
  keys: Float64Array,
  start: number,
  end: number,
  left?: Uint8Array,
): Map<number, SameRows> {
  const groups = new Map<number, { files: number[]; counts: number[] }>();
  for (let at = start; at < end; at++) {
    const row = order[at]!;
    if (left?.[row] === 1) continue;
    const group = groups.get(keys[row]!);
    if (group === undefined) groups.set(keys[row]!, { files: [file[row]!], counts: [1] });
    else if (group.files.at(-1) === file[row]) group.counts[group.counts.length - 1]!++;
    else {
      group.files.push(file[row]!);
      group.counts.push(1);
    }
  }
  return groups;
}
