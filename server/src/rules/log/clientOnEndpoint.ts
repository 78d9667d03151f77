import { busiest, HOUR, MINUTE, sortedTimes, type Burst } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import type { LogTable } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';

/** What one client did on one endpoint. */
export interface ClientOnEndpoint {
  readonly client: number;
  readonly endpoint: number;
  /** Rows of these requests, in the order of the log. */
  readonly rows: Uint32Array;
  /** Share of these among all requests of the client, 0 to 1. */
  readonly shareOfClient: number;
  /** How many other endpoints the client asked for. */
  readonly otherEndpoints: number;
  readonly busiestMinute: Burst;
  readonly busiestHour: Burst;
  /** Share of the pauses between two requests that are equal within a second or two and at least `POLL_PAUSE` long. */
  readonly regularity: number;
}

/** Shortest pause, in seconds, of a program that asks again and again on purpose (WordPress's heartbeat has 15 s). */
const POLL_PAUSE = 5;
/** Pauses that differ by up to this many seconds count as equal. */
const PAUSE_TOLERANCE = 2;

/** Methods that change nothing on the server (RFC 9110 §9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Whether a request of this method asks the server to do something: for a form, to send a mail. */
export function isWriting(method: string): boolean {
  return !SAFE_METHODS.has(method.toUpperCase());
}

/** `isWriting` for the numbers of endpoints, of which there may be a million: looks at each method once. */
export function writingTest(table: LogTable): (endpoint: number) => boolean {
  const { method: texts } = table.texts;
  const writing = Array.from({ length: texts.size }, (_, id) => isWriting(texts.text(id)));
  const { method } = table.data.endpoints;
  return (endpoint) => writing[method[endpoint]!]!;
}

/** Every client with at least `least` requests on one endpoint. */
export function clientsOnEndpoints(model: LogModel, least: number): ClientOnEndpoint[] {
  const clients = model.table.texts.client.size;
  const found: ClientOnEndpoint[] = [];
  for (let client = 0; client < clients; client++) {
    if (countOf(model.byClient, client) >= least) found.push(...endpointsOfClient(model, client, least));
  }
  return found;
}

function endpointsOfClient(model: LogModel, client: number, least: number): ClientOnEndpoint[] {
  const rows = rowsOf(model.byClient, client);
  const counts = new Map<number, number>();
  const { endpoint } = model.table.data;
  for (const row of rows) counts.set(endpoint[row]!, (counts.get(endpoint[row]!) ?? 0) + 1);
  return [...counts]
    .filter(([id, count]) => count >= least && id < model.table.endpointCount)
    .map(([id]) => describe(model, client, id, counts.size - 1));
}

function describe(model: LogModel, client: number, endpoint: number, otherEndpoints: number): ClientOnEndpoint {
  const { data } = model.table;
  const all = rowsOf(model.byClient, client);
  const rows = all.filter((row) => data.endpoint[row] === endpoint);
  const times = sortedTimes(data.time, rows);
  return {
    client,
    endpoint,
    rows,
    shareOfClient: rows.length / all.length,
    otherEndpoints,
    busiestMinute: busiest(times, MINUTE),
    busiestHour: busiest(times, HOUR),
    regularity: regularity(times),
  };
}

/** Share of the pauses that lie around the median pause; 0 when that is too short to be a poll. */
function regularity(times: Uint32Array): number {
  if (times.length < 3) return 0;
  const pauses = times.subarray(1).map((time, index) => time - times[index]!);
  const median = pauses.toSorted()[pauses.length >> 1]!;
  if (median < POLL_PAUSE) return 0;
  const equal = pauses.filter((pause) => Math.abs(pause - median) <= PAUSE_TOLERANCE).length;
  return equal / pauses.length;
}
