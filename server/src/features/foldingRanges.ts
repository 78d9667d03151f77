import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import { timeStretches } from './timeStretches';

/** VS Code folds no more regions than this unless told otherwise (`editor.foldingMaximumRegions`). */
const MOST_RANGES = 5000;

/** What of a log can be folded: its hours or days, and lines that belong to the entry before them, such as stack traces. */
export function logFoldingRanges(log: OpenLog): FoldingRange[] {
  const stretches = stretchRanges(log);
  return [...stretches, ...trailingRanges(log, MOST_RANGES - stretches.length)].toSorted(
    (a, b) => a.startLine - b.startLine || b.endLine - a.endLine,
  );
}

/** Each hour up to where the next begins: ranges that overlap can't be folded, and logs are not quite in order. */
function stretchRanges(log: OpenLog): FoldingRange[] {
  const { table } = log.model;
  const starts = timeStretches(log)
    .map(({ firstRow }) => table.lineOfRow(firstRow))
    .toSorted((a, b) => a - b);
  if (starts.length < 2) return [];
  return starts
    .map((start, index) => ({ startLine: start - 1, endLine: (starts[index + 1] ?? table.lines + 1) - 2 }))
    .filter(({ startLine, endLine }) => endLine > startLine);
}

/** Runs of lines that are no entries: with the entry that they follow, or a head of directives by itself. */
function trailingRanges(log: OpenLog, most: number): FoldingRange[] {
  const { rejected } = log.model.table.data;
  const ranges: FoldingRange[] = [];
  for (let at = 0; at < rejected.length && ranges.length < most; at++) {
    const first = rejected[at]!;
    while (rejected[at + 1] === rejected[at]! + 1) at++;
    const last = rejected[at]!;
    const start = Math.max(1, first - 1);
    if (last > start) ranges.push({ startLine: start - 1, endLine: last - 1, kind: FoldingRangeKind.Comment });
  }
  return ranges;
}
