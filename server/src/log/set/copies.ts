import { countWithin, sharedStretch } from './fileTimes';
import { filesOfPair, pairKey, visitPairs } from './pairs';
import { countSameRows, visitSharedSeconds, type TimedRows } from './seconds';

/** Entries of one file of a set that another file has as well. */
export interface FileCopy {
  /** Numbers of the file whose entries are left out and of the one that has them, too. */
  readonly file: number;
  readonly of: number;
  readonly entries: number;
  /**
   * `copy`: the same lines (the same log twice, overlapping rotations, a statistics program's copy). `relay`: the same requests,
   * seen by a server that passed them on and by the one behind it.
   */
  readonly kind: 'copy' | 'relay';
}

/** Share of the smaller file's entries, in the stretch that both have, that the larger must have just as often. */
const SAME_SHARE = 0.95;
/** Fewer entries than this in that stretch prove nothing, unless they are all that a file has. */
const LEAST_ENTRIES = 10;

/** What two files have alike. */
interface Agreement {
  /** Entries between the first and the last second of the stretch that both have, in which a file may begin or end. */
  within: number;
  atEnds: number;
}

/**
 * Finds entries that stand in more than one file of a set, and marks all but one of each.
 *
 * A line that stands twice in one file is two requests: floods look like that. And two sites that a scanner visits in the same
 * second may have the same line though neither is a copy. So files are compared first: one is a copy of another (or of a part
 * of it) when nearly all its entries within the stretch of time that both cover are in the other just as often in the same
 * second. Only between such files is an entry left out, and only as often as the other has it: what remains is the larger of
 * the two counts. Takes time in proportion to the rows.
 *
 * @param times of each file, as `timesOfFiles` gives them
 * @param ranks of the files: of two that have an entry, the one with the lower rank keeps it
 * @param left by row; set to 1 for those that are left out
 */
export function markCopies(
  rows: TimedRows,
  keys: Float64Array,
  times: readonly Uint32Array[],
  ranks: readonly number[],
  left: Uint8Array,
): FileCopy[] {
  const originals = originalsOf(findCopies(rows, keys, times), ranks);
  if (originals.size === 0) return [];
  const counts = new Map<number, number>();
  visitSharedSeconds(rows, (_, start, end) => {
    const budgets = budgetsOf(countSameRows(rows, keys, start, end), originals);
    if (budgets.size === 0) return;
    for (let at = start; at < end; at++) {
      const row = rows.order[at]!;
      const budget = budgets.get(keys[row]!)?.find(({ file }) => file === rows.file[row]);
      if (budget === undefined || budget.left === 0) continue;
      budget.left--;
      left[row] = 1;
      const key = pairKey(budget.file, budget.of);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return [...counts].map(([key, entries]) => {
    const [file, of] = filesOfPair(key);
    return { file, of, entries, kind: 'copy' };
  });
}

/** Pairs of files of which one is a copy of the other, or of a part of it. */
function findCopies(rows: TimedRows, keys: Float64Array, times: readonly Uint32Array[]): number[] {
  const agreements = new Map<number, Agreement>();
  visitSharedSeconds(rows, (second, start, end) => {
    for (const { files, counts } of countSameRows(rows, keys, start, end).values()) {
      visitPairs(files.length, (one, other) => {
        if (counts[one] !== counts[other]) return;
        const key = pairKey(files[one]!, files[other]!);
        const agreement = agreements.get(key) ?? { within: 0, atEnds: 0 };
        agreements.set(key, agreement);
        const stretch = sharedStretch(times[files[one]!]!, times[files[other]!]!)!;
        if (second > stretch.from && second < stretch.to) agreement.within += counts[one]!;
        else agreement.atEnds += counts[one]!;
      });
    }
  });
  return [...agreements].filter(([key, agreement]) => isCopy(key, agreement, times)).map(([key]) => key);
}

function isCopy(key: number, { within, atEnds }: Agreement, times: readonly Uint32Array[]): boolean {
  const [one, other] = filesOfPair(key).map((file) => times[file]!) as [Uint32Array, Uint32Array];
  const { from, to } = sharedStretch(one, other)!;
  const inner = { from: from + 1, to: to - 1 };
  const smaller = Math.min(countWithin(one, inner), countWithin(other, inner));
  // A file that is cut in the midst of a second has less of it than the other.
  if (smaller >= LEAST_ENTRIES) return within >= smaller * SAME_SHARE;
  return within + atEnds >= Math.min(one.length, other.length);
}

/** For each file that is a copy, the files that it is a copy of. */
function originalsOf(pairs: readonly number[], ranks: readonly number[]): Map<number, number[]> {
  const originals = new Map<number, number[]>();
  for (const [one, other] of pairs.map(filesOfPair)) {
    const [copy, original] = ranks[one]! < ranks[other]! ? [other, one] : [one, other];
    originals.set(copy, [...(originals.get(copy) ?? []), original]);
  }
  return originals;
}

/** How many more rows of a file with some key are to be left out. */
interface Budget {
  readonly file: number;
  readonly of: number;
  left: number;
}

/** What is to be left out of one second, by key. */
function budgetsOf(
  groups: ReturnType<typeof countSameRows>,
  originals: ReadonlyMap<number, readonly number[]>,
): Map<number, Budget[]> {
  const budgets = new Map<number, Budget[]>();
  for (const [key, { files, counts }] of groups) {
    if (files.length < 2) continue;
    const left = files.flatMap((file, index) => {
      const kept = keptElsewhere(files, counts, originals.get(file));
      return kept === undefined ? [] : [{ file, of: kept.of, left: Math.min(counts[index]!, kept.count) }];
    });
    if (left.length > 0) budgets.set(key, left);
  }
  return budgets;
}

/** The most rows that one of the originals has. */
function keptElsewhere(
  files: readonly number[],
  counts: readonly number[],
  originals: readonly number[] | undefined,
): { of: number; count: number } | undefined {
  let most: { of: number; count: number } | undefined;
  for (const of of originals ?? []) {
    const count = counts[files.indexOf(of)] ?? 0;
    if (count > (most?.count ?? 0)) most = { of, count };
  }
  return most;
}
