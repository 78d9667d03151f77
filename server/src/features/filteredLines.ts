import { rowsOfAddress, rowsOfAddressOnEndpoint, rowsOfEndpoint } from '../log/filterRows';
import type { LogModel } from '../log/logModel';
import type { LogOutcome, OpenLog } from '../logDocument';
import { describeProblem } from '../problems';
import type { FilteredLines, LineFilter } from '../protocol';
import { t } from '../words';

/** Most lines that a document of some lines shows: more would pass VS Code's limits for colours and synchronised text. */
export const MOST_FILTERED_LINES = 100_000;

/** Lines (from 1, ascending) of a log that pass a filter, no more than a document shows. */
export function linesOfFilter(log: OpenLog, filter: LineFilter): Uint32Array {
  return allLines(log.model, filter).subarray(0, MOST_FILTERED_LINES);
}

/** The text of the lines that pass a filter, or why the log can't give them (any more). */
export async function filteredLinesOf(outcome: LogOutcome | undefined, filter: LineFilter): Promise<FilteredLines> {
  if (outcome?.kind === 'problem') return noLines(outcome.message);
  if (outcome?.kind !== 'read') return noLines(t('The log is not open, or is none that is known.'));
  try {
    return await filteredLines(outcome.log, filter);
  } catch (error) {
    return noLines(describeProblem(error));
  }
}

function noLines(problem: string): FilteredLines {
  return { text: '', total: 0, shown: 0, problem };
}

/** The text of the lines that pass a filter. Rejects when the log can't be read any more. */
export async function filteredLines(log: OpenLog, filter: LineFilter): Promise<FilteredLines> {
  const texts = await log.lines.lines(linesOfFilter(log, filter));
  return { text: texts.join('\n'), total: allLines(log.model, filter).length, shown: texts.length };
}

function allLines(model: LogModel, filter: LineFilter): Uint32Array {
  const { table } = model;
  if (filter.kind === 'unreadable') return table.data.rejected;
  return rows(model, filter).map((row) => table.lineOfRow(row));
}

function rows(model: LogModel, filter: Exclude<LineFilter, { kind: 'unreadable' }>): Uint32Array {
  switch (filter.kind) {
    case 'address':
      return rowsOfAddress(model, filter.address);
    case 'endpoint':
      return rowsOfEndpoint(model, filter.method, filter.path);
    case 'addressOnEndpoint':
      return rowsOfAddressOnEndpoint(model, filter.address, filter.method, filter.path);
  }
}
