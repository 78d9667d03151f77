import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY, NO_SIZE, NO_TIME } from '../../../log/logTable';
import { rowsOf } from '../../../log/rowGroups';
import { answersToAnything } from './answers';
import { visitorTest } from './clients';
import { isOwnHost, knowsOwnHosts, referrerHost } from './hosts';
import { endpointMarks, READING, STATIC, WRITING } from './marks';
import { PathMark } from './pathWords';
import { perModel } from './perModel';
import { NumberList } from './numberList';
import { joinRows } from './selection';
import { timeSpan } from './timeSpan';

/** How a program on the server was called; all methods together. */
export interface ScriptUse {
  readonly path: string;
  /** `PathMark` bits. */
  readonly marks: number;
  /** All requests, in the order of the log. */
  readonly rows: Uint32Array;
  /** Those that were answered with something (200 and a body), unless the site answers anything like that. */
  readonly answered: Uint32Array;
}

const OK = 200;
/** A program that this many different visitors call belongs to the site. */
const A_FEW_VISITS = 3;

/** Programs (PHP, CGI, ASP, JSP) that were answered, and that hardly any visitor of the site's pages calls. */
export const unvisitedScripts = perModel((model): ScriptUse[] => {
  const parts = new Map<number, number[]>();
  const { path } = model.table.data.endpoints;
  endpointMarks(model).forEach((marks, endpoint) => {
    const isCalled = (marks & PathMark.script) !== 0 && (marks & (READING | WRITING)) !== 0;
    if (!isCalled || (marks & STATIC) !== 0) return;
    const endpoints = parts.get(path[endpoint]!);
    if (endpoints === undefined) parts.set(path[endpoint]!, [endpoint]);
    else endpoints.push(endpoint);
  });
  return [...parts].flatMap(([id, endpoints]) => {
    const rows = joinRows(endpoints.map((endpoint) => rowsOf(model.byEndpoint, endpoint)));
    const script = model.table.texts.path.text(id);
    if (isVisited(model, script, rows)) return [];
    const answered = answeredRows(model, rows);
    if (answered.length === 0) return [];
    return [{ path: script, marks: endpointMarks(model)[endpoints[0]!]!, rows, answered }];
  });
});

/** Whether visitors call it: clients that load pages, or that come from a page of the site. */
function isVisited(model: LogModel, path: string, rows: Uint32Array): boolean {
  const { client, referrer } = model.table.data;
  const visitors = visitorTest(model);
  const pages = new Map<number, boolean>();
  let last = NO_ENTRY;
  let isLastOwn = false;
  let visits = 0;
  // A program of the site is told by its first calls; those of busy ones are many.
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const id = referrer[row]!;
    // Robots send the same again and again.
    if (id !== last) {
      isLastOwn = pages.get(id) ?? isOwnPage(model, id, path);
      pages.set(id, isLastOwn);
      last = id;
    }
    const isVisit = visitors[client[row]!] === 1 || isLastOwn;
    if (isVisit && ++visits > A_FEW_VISITS) return true;
  }
  return false;
}

/** The rows that were answered with something that is not the site's answer to everything. */
function answeredRows(model: LogModel, rows: Uint32Array): Uint32Array {
  const { size, status } = model.table.data;
  const isAnything = answersToAnything(model);
  const answered = new NumberList();
  let last = NO_SIZE;
  let isLastOfItsOwn = true;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (status[row] !== OK) continue;
    const bytes = size[row]!;
    // A program often answers the same again.
    if (bytes !== last) {
      isLastOfItsOwn = bytes === NO_SIZE || (bytes > 0 && !isAnything(bytes));
      last = bytes;
    }
    if (isLastOfItsOwn) answered.push(row);
  }
  return answered.values;
}

/** Whether the referrer is a page of the site; robots that send one at all mostly name the very place that they call. */
function isOwnPage(model: LogModel, referrer: number, path: string): boolean {
  if (referrer === NO_ENTRY || !knowsOwnHosts(model)) return false;
  const host = referrerHost(model)(referrer);
  if (host === undefined || !isOwnHost(model, host)) return false;
  return !model.table.texts.referrer.text(referrer).replace(/\?.*$/s, '').endsWith(path);
}

/** Seconds from the beginning of the log to the row; `undefined` where no time was logged. */
export function secondsIntoLog(model: LogModel, row: number): number | undefined {
  const time = model.table.data.time[row]!;
  return time === NO_TIME ? undefined : time - timeSpan(model)[0];
}
