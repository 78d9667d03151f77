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
  return shownLines(log.model, passing(log.model, filter));
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
  const all = passing(log.model, filter);
  const texts = await log.lines.lines(shownLines(log.model, all));
  return { text: texts.join('\n'), total: all.numbers.length, shown: texts.length };
}

/** Everything that passes a filter: rows of entries, or lines that are none. */
interface Passing {
  readonly kind: 'rows' | 'lines';
  readonly numbers: Uint32Array;
}

function passing(model: LogModel, filter: LineFilter): Passing {
  if (filter.kind === 'unreadable') return { kind: 'lines', numbers: model.table.unreadableLines() };
  return { kind: 'rows', numbers: rows(model, filter) };
}

/** Lines are worked out for the shown rows alone: an editor asks for them whenever somebody scrolls. */
function shownLines({ table }: LogModel, { kind, numbers }: Passing): Uint32Array {
  const shown = numbers.subarray(0, MOST_FILTERED_LINES);
  return kind === 'lines' ? shown : shown.map((row) => table.lineOfRow(row));
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
