import type { LogModel } from '../../log/logModel';
import { rowsOf } from '../../log/rowGroups';
import { tally } from '../../log/tally';
import { isWriting, type ClientOnEndpoint } from './clientOnEndpoint';
import { placeOfEndpoint } from './facts/folders';

/** Share of equal pauses from which on a client is a program that asks at fixed times: a monitor, a feed reader, a heartbeat. */
const REGULAR = 0.5;
/** More requests a minute than this are no fixed-time asking but a stream. */
const POLLS_PER_MINUTE = 15;
/** A person's work on a site shows at least this many other endpoints; a robot that posts to one form shows none. */
const ENDPOINTS_OF_A_PERSON = 5;
/** A browser loads at least this many style sheets, scripts and pictures with a page; a robot loads none. */
const FILES_OF_A_BROWSER = 3;
/** More requests a minute than this on one endpoint are not sent by a page that somebody works with. */
const VISITS_PER_MINUTE = 30;
/** Crawlers keep well below this; who asks more often, with another query each time, wants to get past the cache. */
const CRAWLS_PER_MINUTE = 300;
/** From this many clients on, the others show what is ordinary on an endpoint. */
const CLIENTS_FOR_A_BASELINE = 20;
const BASELINE_QUANTILE = 0.9;
/** Partial content and not modified: players and caches ask for one file again and again. */
const REPEAT_STATUSES = new Set([206, 304]);

/** Whether the requests are those of an ordinary client, however many they are: they tell nothing about abuse. */
export function isOrdinary(model: LogModel, pair: ClientOnEndpoint): boolean {
  if (isVisiting(model, pair) || isPolling(model, pair)) return true;
  return !isWriting(model.table.endpoint(pair.endpoint).method) && (isReloading(model, pair) || isCrawling(pair));
}

/** Whether a browser sends the requests from pages that somebody works with: an editor, an application, a form. */
function isVisiting(model: LogModel, pair: ClientOnEndpoint): boolean {
  if (pair.busiestMinute.count > VISITS_PER_MINUTE) return false;
  const placeOf = placeOfEndpoint(model);
  const others = pair.otherEndpoints.map(placeOf);
  if (others.filter(({ isFileOfPage }) => isFileOfPage).length >= FILES_OF_A_BROWSER) return true;
  const { folder } = placeOf(pair.endpoint);
  // An administration whose files come from a cache or from programs is worked with all the same.
  return folder !== '/' && others.filter((other) => other.folder === folder).length >= ENDPOINTS_OF_A_PERSON;
}

/**
 * Whether the requests come at fixed times, as those of uptime monitors, feed readers and pages that refresh themselves do.
 * Writing requests count as such only from clients that are answered elsewhere as well: WordPress's heartbeat comes from
 * somebody who works on the site, a form robot has no business but its form.
 */
function isPolling(model: LogModel, pair: ClientOnEndpoint): boolean {
  if (pair.busiestMinute.count > POLLS_PER_MINUTE || pair.regularity < REGULAR) return false;
  const writing = isWriting(model.table.endpoint(pair.endpoint).method);
  return !writing || pair.otherEndpoints.length >= ENDPOINTS_OF_A_PERSON;
}

/** Whether most of the answers were parts of a file or "not modified", as when a film is watched. */
function isReloading(model: LogModel, pair: ClientOnEndpoint): boolean {
  const repeats = tally(model.table.data.status, pair.rows).filter(([status]) => REPEAT_STATUSES.has(status));
  return repeats.reduce((sum, [, count]) => sum + count, 0) > pair.rows.length / 2;
}

/** Whether most requests had a query of their own, as when a search bot goes through the pages of one script. */
function isCrawling(pair: ClientOnEndpoint): boolean {
  return pair.queries > pair.rows.length / 2 && pair.busiestMinute.count <= CRAWLS_PER_MINUTE;
}

/** What an eager but ordinary client sends to an endpoint; `undefined` when its clients are too few to tell. */
export type OrdinaryCounts = (endpoint: number) => number | undefined;

/** Works out each endpoint once: a flood of many clients asks for the same one again and again. */
export function ordinaryCounts(model: LogModel): OrdinaryCounts {
  const known = new Map<number, number | undefined>();
  return (endpoint) => {
    if (!known.has(endpoint)) known.set(endpoint, ordinaryCount(model, endpoint));
    return known.get(endpoint);
  };
}

/**
 * What an eager but ordinary client sends to the endpoint: the 90th percentile over its clients, or `undefined` when they
 * are too few to tell.
 */
function ordinaryCount(model: LogModel, endpoint: number): number | undefined {
  const counts = tally(model.table.data.client, rowsOf(model.byEndpoint, endpoint)).map(([, count]) => count);
  if (counts.length < CLIENTS_FOR_A_BASELINE) return undefined;
  return counts[Math.floor(counts.length * (1 - BASELINE_QUANTILE))];
}
