import type { LogModel } from '../../log/logModel';
import { NO_TIME } from '../../log/logTable';
import { visitorTest } from '../../rules/log/facts/clients';
import { endpointMarks, WRITING } from '../../rules/log/facts/marks';
import { inTimeOrder } from '../../rules/log/facts/selection';
import { isOwnProgram } from '../causes/leftOverProgram';
import type { IncidentFile } from '../incident';

/** What the logs have of a bad file, as rows of their table. */
export interface FileTrail {
  readonly file: IncidentFile;
  /** Whether strangers put it there; of a program of the site's own nobody had to get in. */
  readonly isPlanted: boolean;
  /** Whether the site's visitors call it, too, as a page that was changed: when it was first called says nothing then. */
  readonly isVisited: boolean;
  /** All requests for it, in the order of time. */
  readonly rows: Uint32Array;
  /** Those that were carried out; of a program that visitors use as well only those that sent something. */
  readonly uses: Uint32Array;
}

/** Files of which a timeline tells, those first used first; the others are counted. */
export const MOST_TOLD_FILES = 100;
/** So many different browsers that load the site's pages do not come to what strangers hid there. */
const A_FEW_VISITORS = 3;
const NO_ROWS = new Uint32Array(0);
/** Answers that say that nothing was done (RFC 9110 §15.5, §15.6). */
const NOT_DONE = 400;

/**
 * The trails of the files that are to be acted on, those first used first; those that no log saw used come last.
 * @param rows requests for each file
 */
export function trailsOf(
  model: LogModel,
  files: readonly IncidentFile[],
  rows: ReadonlyMap<string, Uint32Array>,
): FileTrail[] {
  return files
    .filter(({ severity }) => severity === 'error')
    .map((file): FileTrail => {
      const called = rows.get(file.file);
      const isPlanted = !isOwnProgram(file);
      if (called === undefined) return { file, isPlanted, isVisited: false, rows: NO_ROWS, uses: NO_ROWS };
      const ordered = inTimeOrder(model, called);
      return {
        file,
        isPlanted,
        rows: ordered,
        uses: usesAmong(model, ordered, isPlanted),
        isVisited: isVisited(model, file, ordered),
      };
    })
    .map((trail) => ({ trail, at: firstUse(model, trail) }))
    .toSorted((one, other) => (one.at ?? Number.MAX_VALUE) - (other.at ?? Number.MAX_VALUE))
    .map(({ trail }) => trail);
}

/** When a file was first used, seconds since 1970-01-01 UTC; `undefined` where no log tells. */
export function firstUse({ table }: LogModel, { uses }: FileTrail): number | undefined {
  const row = uses.find((each) => table.data.time[each] !== NO_TIME);
  return row === undefined ? undefined : table.data.time[row];
}

/**
 * Whether the site's visitors call a bad file as well, as a page that was changed; never so of a program of the site's own.
 * @param rows requests for it
 */
export function isVisited(model: LogModel, file: IncidentFile, rows: Uint32Array): boolean {
  if (isOwnProgram(file)) return false;
  const { client } = model.table.data;
  const visitors = visitorTest(model);
  const seen = new Set<number>();
  return rows.some((row) => visitors[client[row]!] === 1 && seen.add(client[row]!).size > A_FEW_VISITORS);
}

function usesAmong(model: LogModel, rows: Uint32Array, isPlanted: boolean): Uint32Array {
  const { status, endpoint } = model.table.data;
  const marks = endpointMarks(model);
  return rows.filter((row) => status[row]! < NOT_DONE && (isPlanted || (marks[endpoint[row]!]! & WRITING) !== 0));
}
