import type { LogModel } from '../../log/logModel';
import { rowsOf } from '../../log/rowGroups';
import { isWriting, type ClientOnEndpoint } from './clientOnEndpoint';
import { tally } from '../../log/tally';

/** Share of equal pauses from which on a client is a program that asks at fixed times: a monitor, a feed reader, a heartbeat. */
const REGULAR = 0.5;
/** More requests a minute than this are no fixed-time asking but a stream. */
const POLLS_PER_MINUTE = 15;
/** A visitor's page brings at least this many other files; a robot that posts forms loads none. */
const FILES_OF_A_VISITOR = 5;
/** From this many clients on, the others show what is ordinary on an endpoint. */
const CLIENTS_FOR_A_BASELINE = 20;
const BASELINE_QUANTILE = 0.9;
/** Partial content and not modified: players and caches ask for one file again and again. */
const REPEAT_STATUSES = new Set([206, 304]);

/**
 * Whether the requests come at fixed times, as those of uptime monitors, feed readers and pages that refresh themselves do.
 * Writing requests count as such only from clients that load pages as well: WordPress's heartbeat does, a form robot doesn't.
 */
export function isPolling(model: LogModel, pair: ClientOnEndpoint): boolean {
  if (pair.regularity < REGULAR || pair.busiestMinute.count > POLLS_PER_MINUTE) return false;
  return !isWriting(model.table.endpoint(pair.endpoint).method) || pair.otherEndpoints >= FILES_OF_A_VISITOR;
}

/** Whether most of the answers were parts of a file or "not modified", as when a film is watched. */
export function isReloading(model: LogModel, pair: ClientOnEndpoint): boolean {
  const repeats = tally(model.table.data.status, pair.rows).filter(([status]) => REPEAT_STATUSES.has(status));
  return repeats.reduce((sum, [, count]) => sum + count, 0) > pair.rows.length / 2;
}

/**
 * What an eager but ordinary client sends to the endpoint: the 90th percentile over its clients, or `undefined` when they
 * are too few to tell.
 */
export function ordinaryCount(model: LogModel, endpoint: number): number | undefined {
  const counts = tally(model.table.data.client, rowsOf(model.byEndpoint, endpoint)).map(([, count]) => count);
  if (counts.length < CLIENTS_FOR_A_BASELINE) return undefined;
  return counts[Math.floor(counts.length * (1 - BASELINE_QUANTILE))];
}
