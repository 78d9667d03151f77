import { EntryKind } from '../../../log/entryFields';
import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY } from '../../../log/logTable';
import { flaggedOf, flaggedRows, flagsOfMarks } from './flaggedRows';
import { agentMarks, endpointMarks, queryMarks, STATIC } from './marks';
import { MessageMark, rowsWithMessage } from './messages';
import { NumberList } from './numberList';
import { perModel } from './perModel';
import { byClient, joinRows, rowsOfEndpoints, type ClientRows } from './selection';

const BAD_REQUEST = 400;
const FORBIDDEN = 403;
const NOT_FOUND = 404;
const NOT_MODIFIED = 304;

/** Requests to a web server by what their status says (RFC 9110 section 15), in the order of the log. */
export interface RowsByStatus {
  /** 300 to 399, without "not modified". */
  readonly redirects: Uint32Array;
  /** 400 to 499. */
  readonly refusals: Uint32Array;
  /** 500 to 599. */
  readonly errors: Uint32Array;
}

/** The rows that were not simply answered: few in most logs, and looked at by many rules. */
export const rowsByStatus = perModel((model): RowsByStatus => {
  const { kind, status } = model.table.data;
  const redirects = new NumberList();
  const refusals = new NumberList();
  const errors = new NumberList();
  for (let row = 0; row < status.length; row++) {
    const code = status[row]!;
    // Replies of FTP and mail servers mean other things.
    if (code < 300 || code === NOT_MODIFIED || (kind.length > 0 && kind[row] !== EntryKind.request)) continue;
    if (code < 400) redirects.push(row);
    else if (code < 500) refusals.push(row);
    else if (code < 600) errors.push(row);
  }
  return { redirects: redirects.values, refusals: refusals.values, errors: errors.values };
});

/**
 * Requests for pages and programs that are not there, not allowed or not understood, of each client: what probing looks like
 * (the statuses of CrowdSec's http-probing). Messages of the error log that say so count as well.
 */
export const refusedRequests = perModel((model): ClientRows[] => {
  const { status, endpoint } = model.table.data;
  const marks = endpointMarks(model);
  const rows = rowsByStatus(model).refusals.filter((row) => {
    const code = status[row]!;
    const isProbed = code === NOT_FOUND || code === FORBIDDEN || code === BAD_REQUEST;
    return isProbed && (endpoint[row]! >= marks.length || (marks[endpoint[row]!]! & STATIC) === 0);
  });
  return byClient(model, joinRows([rows, rowsWithMessage(model, MessageMark.missing)]));
});

/** Requests that are none: no method and no path could be read. Messages of the error log that say so count as well. */
export const unreadableRequests = perModel((model): ClientRows[] => {
  const { status, endpoint } = model.table.data;
  const rows = rowsByStatus(model).refusals.filter((row) => endpoint[row] === NO_ENTRY && status[row] === BAD_REQUEST);
  return byClient(model, joinRows([rows, rowsWithMessage(model, MessageMark.malformed)]));
});

/** Rows of the endpoints whose query has one of the `QueryMark` bits, in the order of the log. */
export function rowsOfQueries(model: LogModel, endpoints: readonly number[], wanted: number): Uint32Array {
  const isWanted = flagsOfMarks(queryMarks(model), wanted);
  if (!isWanted.includes(1)) return new Uint32Array(0);
  return flaggedOf(rowsOfEndpoints(model, endpoints), model.table.data.query, isWanted);
}

/** Rows whose user agent has one of the `AgentMark` bits, in the order of the log. */
export function rowsOfAgents(model: LogModel, wanted: number): Uint32Array {
  return flaggedRows(model.table.data.agent, flagsOfMarks(agentMarks(model), wanted));
}

/** Number of the path that a row asks for; `undefined` where none could be read. */
export function pathOfRow(model: LogModel, row: number): number | undefined {
  return model.table.data.endpoints.path[model.table.data.endpoint[row]!];
}

/** Marks of what a row asks for; 0 where that could not be read. For few rows; others look them up by endpoint. */
export function marksOfRow(model: LogModel, row: number): number {
  const endpoint = model.table.data.endpoint[row]!;
  return endpoint === NO_ENTRY ? 0 : endpointMarks(model)[endpoint]!;
}
