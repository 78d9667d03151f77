import type { LogModel } from '../../log/logModel';
import { durationText } from '../../durationText';
import { NO_ENTRY, NO_TIME } from '../../log/logTable';
import { rowsOf } from '../../log/rowGroups';
import { endpointMarks, WRITING } from '../../rules/log/facts/marks';
import { NumberList } from '../../rules/log/facts/numberList';
import { PathMark } from '../../rules/log/facts/pathWords';
import { requestsOf } from '../../rules/log/facts/requestRows';
import { inTimeOrder, joinRows } from '../../rules/log/facts/selection';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { eventAtRow } from './eventAt';
import { firstUse, MOST_TOLD_FILES, type FileTrail } from './fileTrail';
import { relationText, sentences } from './relationWords';
import type { Traces } from './traces';
import type { Witness } from './witness';

/** Who puts a file there calls it soon to see whether it works, in seconds. */
const SOON = 10 * 60;
/** What was sent longer before has hardly put the file there, in seconds. */
const LONGEST = 24 * 3600;
/** Answers from here on say that nothing was done. */
const NOT_DONE = 400;

/** What those who used a bad file sent to another program shortly before: it may have come that way. */
export interface Write extends Witness {
  readonly file: string;
  /** The bad file that it was sent to; absent where it was a program of the site. */
  readonly through?: string;
}

/** The last thing that was sent to another program before each bad file was first used; of the files that are told of. */
export function writesOf(traces: Traces): Write[] {
  const { model, trails } = traces;
  const planted = trails.filter(({ isPlanted, isVisited, uses }) => isPlanted && !isVisited && uses.length > 0);
  if (planted.length === 0) return [];
  const writes = writesOfCircle(traces);
  return planted.slice(0, MOST_TOLD_FILES).flatMap((trail) => {
    const used = firstUse(model, trail);
    if (used === undefined) return [];
    const row = lastBefore(traces, writes, trail, used);
    return row === undefined ? [] : [describe(traces, trail, used, row)];
  });
}

/** What the company and its neighbours sent and the server took, log-ins left out, in the order of time. */
function writesOfCircle({ model: all, company }: Traces): Uint32Array {
  const model = requestsOf(all);
  const { status, time } = model.table.data;
  const isWrite = writingTest(all);
  const parts = company.circle().map((client) => {
    const own = new NumberList();
    const rows = rowsOf(model.byClient, client);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (status[row]! < NOT_DONE && time[row] !== NO_TIME && isWrite(row)) own.push(row);
    }
    return own.values;
  });
  return inTimeOrder(model, joinRows(parts));
}

function writingTest(model: LogModel): (row: number) => boolean {
  const marks = endpointMarks(model);
  const { endpoint } = model.table.data;
  return (row) =>
    endpoint[row] !== NO_ENTRY && (marks[endpoint[row]!]! & (WRITING | PathMark.logIn | PathMark.asset)) === WRITING;
}

function lastBefore(
  { model, trails, trailOfRow }: Traces,
  writes: Uint32Array,
  trail: FileTrail,
  used: number,
): number | undefined {
  const { time } = model.table.data;
  const own = trails.indexOf(trail);
  for (let at = lastUpTo(time, writes, used); at >= 0; at--) {
    const row = writes[at]!;
    if (time[row]! < used - LONGEST) return undefined;
    if (trailOfRow(row) !== own) return row;
  }
  return undefined;
}

/** Where the last of the rows (in the order of time) stands that is not later; -1 where all are. */
function lastUpTo(time: Uint32Array, rows: Uint32Array, latest: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[rows[middle]!]! <= latest) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function describe(
  { model, trails, trailOfRow, company }: Traces,
  { file, uses }: FileTrail,
  used: number,
  row: number,
): Write {
  const { client, endpoint, time } = model.table.data;
  const { path } = model.table.endpoint(endpoint[row]!);
  const seconds = used - time[row]!;
  const relation = company.relationOf(client[row]!);
  const isSame = client[row] === client[uses[0]!];
  const number = trailOfRow(row);
  const through = number === undefined ? undefined : trails[number]!.file.file;
  return {
    relation,
    file: file.file,
    ...(through !== undefined && { through }),
    event: eventAtRow(model, row, {
      kind: 'write',
      certainty: isSame && seconds <= SOON ? 'likely' : 'check',
      file: file.file,
      text: sentences(
        t(
          '{0} sent something to {1}, {2} before {3} was called for the first time: it may have come that way.',
          shortened(model.table.text('client', row) ?? '-'),
          shortened(path),
          durationText(Math.max(1, seconds)),
          shortened(file.file),
        ),
        isSame ? undefined : relationText(relation),
        through === undefined ? undefined : t('That is a bad file as well, which was there before.'),
      ),
    }),
  };
}
