import type { LogTableData } from '../logTable';
import type { FileCopy } from './copies';
import { countWithin, sharedStretch, type Stretch } from './fileTimes';
import { filesOfPair, pairKey, visitPairs } from './pairs';
import { countSameRows, visitSharedSeconds, type TimedRows } from './seconds';

/**
 * Share of requests that two servers must have in the same second to be looked at closely. The one in front writes when it has
 * answered, the one behind when it was asked (https://httpd.apache.org/docs/2.4/mod/mod_log_config.html, `%t`).
 */
const CANDIDATE_SHARE = 0.3;
/** Share of the requests of the server behind that the one in front must have, too, a few seconds apart at most. */
const SAME_SHARE = 0.9;
const MOST_SECONDS_APART = 3;
/**
 * Visitors as different as this do not go to two sites at the same times; a scanner, or a handful of them, does. Nothing is
 * left out for less.
 */
const LEAST_REQUESTS = 100;
const LEAST_AGENTS = 5;
const LEAST_ENDPOINTS = 20;

/**
 * Finds logs of the same requests, written by a server in front (nginx of a control panel, a proxy) and by the one behind it, and
 * marks the requests of the one behind that the one in front has as well: it knows the clients. Lines differ, so that only
 * what both say of a request can be compared; see `requestColumns`.
 *
 * @param keys of requests; rows of the same request have the same
 * @param times of each file, as `timesOfFiles` gives them
 * @param left by row; rows that are set are not looked at, and those that are left out are set to 1
 */
export function markRelayed(
  rows: TimedRows,
  keys: Float64Array,
  table: LogTableData,
  times: readonly Uint32Array[],
  left: Uint8Array,
): FileCopy[] {
  return findCandidates(rows, keys, times, left).flatMap(([one, other]) => {
    const stretch = sharedStretch(times[one]!, times[other]!)!;
    const shared = (file: number): RowsOfFile => ({ file, rows: rowsWithin(rows, file, stretch, left) });
    const [front, behind] = inFrontFirst(shared(one), shared(other), table.client);
    const relayed = matchRows(front.rows, behind.rows, rows.time, keys);
    if (relayed.length < behind.rows.length * SAME_SHARE || !areVaried(relayed, table)) return [];
    for (const row of relayed) left[row] = 1;
    return [{ file: behind.file, of: front.file, entries: relayed.length, kind: 'relay' as const }];
  });
}

function findCandidates(
  rows: TimedRows,
  keys: Float64Array,
  times: readonly Uint32Array[],
  left: Uint8Array,
): [number, number][] {
  const same = new Map<number, number>();
  visitSharedSeconds(rows, (_, start, end) => {
    for (const { files, counts } of countSameRows(rows, keys, start, end, left).values()) {
      visitPairs(files.length, (one, other) => {
        const key = pairKey(files[one]!, files[other]!);
        same.set(key, (same.get(key) ?? 0) + Math.min(counts[one]!, counts[other]!));
      });
    }
  });
  const isCandidate = ([key, count]: [number, number]): boolean => {
    const [one, other] = filesOfPair(key);
    const stretch = sharedStretch(times[one]!, times[other]!)!;
    const smaller = Math.min(countWithin(times[one]!, stretch), countWithin(times[other]!, stretch));
    return smaller >= LEAST_REQUESTS && count >= smaller * CANDIDATE_SHARE;
  };
  return [...same].filter(isCandidate).map(([key]) => filesOfPair(key));
}

interface RowsOfFile {
  readonly file: number;
  /** In the order of time. */
  readonly rows: Uint32Array;
}

function rowsWithin(
  { order, time, file }: TimedRows,
  wanted: number,
  { from, to }: Stretch,
  left: Uint8Array,
): Uint32Array {
  return order.filter((row) => file[row] === wanted && left[row] === 0 && time[row]! >= from && time[row]! <= to);
}

/** The server in front first: the one behind it sees fewer clients, often that server alone, or fewer requests. */
function inFrontFirst(
  one: RowsOfFile,
  other: RowsOfFile,
  client: Uint32Array,
): [front: RowsOfFile, behind: RowsOfFile] {
  const difference = distinct(client, one.rows) - distinct(client, other.rows) || one.rows.length - other.rows.length;
  return difference >= 0 ? [one, other] : [other, one];
}

/** The rows behind that have one in front with the same key at about the same time, each for itself. */
function matchRows(front: Uint32Array, behind: Uint32Array, time: Uint32Array, keys: Float64Array): Uint32Array {
  const waiting = new Map<number, { times: number[]; next: number }>();
  for (const row of front) {
    const queue = waiting.get(keys[row]!);
    if (queue === undefined) waiting.set(keys[row]!, { times: [time[row]!], next: 0 });
    else queue.times.push(time[row]!);
  }
  return behind.filter((row) => {
    const queue = waiting.get(keys[row]!);
    if (queue === undefined) return false;
    const { times } = queue;
    while (times[queue.next]! < time[row]! - MOST_SECONDS_APART) queue.next++;
    // Behind the last one nothing compares.
    if (!(times[queue.next]! <= time[row]! + MOST_SECONDS_APART)) return false;
    queue.next++;
    return true;
  });
}

function areVaried(rows: Uint32Array, { agent, endpoint }: LogTableData): boolean {
  return (
    rows.length >= LEAST_REQUESTS &&
    distinct(agent, rows) >= LEAST_AGENTS &&
    distinct(endpoint, rows) >= LEAST_ENDPOINTS
  );
}

function distinct(column: Uint32Array, rows: Uint32Array): number {
  const values = new Set<number>();
  for (const row of rows) values.add(column[row]!);
  return values.size;
}
