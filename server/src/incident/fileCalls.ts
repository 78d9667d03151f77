import { NO_ENTRY } from '../log/logTable';
import type { LogModel } from '../log/logModel';
import { rowsOf } from '../log/rowGroups';
import { groupBy, tally } from '../log/tally';
import { evidenceOf } from '../rules/log/evidence';
import { endpointMarks, WRITING } from '../rules/log/facts/marks';
import { requestsOf } from '../rules/log/facts/requestRows';
import type { ClientCount, FileLines, Place } from '../rules/finding';
import type { SitePathIndex } from '../site/pathIndex';
import { filesOfRequestPath } from '../site/requestPath';

/** How the logs saw a file of the site called. */
export interface FileCalls {
  readonly requests: number;
  /** Requests by method, the commonest first. */
  readonly methods: readonly { readonly method: string; readonly count: number }[];
  /** Answers by status, the commonest first; those without one are left out. */
  readonly statuses: readonly { readonly status: number; readonly count: number }[];
  /** Busiest first. */
  readonly clients: readonly ClientCount[];
  /** Clients that sent something (POST, PUT …), with the requests in which they did. */
  readonly writers: readonly ClientCount[];
  /** ISO 8601 with the log's offset; absent where the log has no times. */
  readonly first?: string;
  readonly last?: string;
  /** Status of the latest answer; absent where none was logged. */
  readonly lastStatus?: number;
  /** Lines of the logs, those of the first 1,000 requests. */
  readonly places: readonly Place[];
  /** The lines of all of them, for who wants their bytes; not part of the JSON. */
  readonly lines: readonly FileLines[];
}

/**
 * How the logs saw files of a site called: by address, by the folder that they are the index of, or with arguments behind them.
 * @param index with the files that are asked for, also such as are gone
 * @param wanted paths; files that were never called are absent from the answer
 */
export function callsOfFiles(
  model: LogModel,
  index: SitePathIndex,
  wanted: ReadonlySet<string>,
): Map<string, FileCalls> {
  return new Map([...rowsOfFiles(model, index, wanted)].map(([file, rows]) => [file, describeCalls(model, rows)]));
}

/** The requests for each file, ascending; parameters and what is absent as for `callsOfFiles`. */
export function rowsOfFiles(
  model: LogModel,
  index: SitePathIndex,
  wanted: ReadonlySet<string>,
): Map<string, Uint32Array> {
  const requests = requestsOf(model);
  const rows = new Map<string, Uint32Array[]>();
  for (const endpoint of endpointsOf(requests, index, wanted)) {
    for (const [file, own] of rowsByFile(requests, endpoint, index)) {
      if (!wanted.has(file)) continue;
      const parts = rows.get(file);
      if (parts === undefined) rows.set(file, [own]);
      else parts.push(own);
    }
  }
  return new Map([...rows].map(([file, parts]) => [file, joined(parts)]));
}

/** Endpoints that may be calls of the files. */
function endpointsOf({ table }: LogModel, index: SitePathIndex, wanted: ReadonlySet<string>): number[] {
  const { path } = table.data.endpoints;
  const mayBe = new Map<number, boolean>();
  return [...path.keys()].filter((endpoint) => {
    const id = path[endpoint]!;
    let may = mayBe.get(id);
    if (may === undefined) {
      may = filesOfRequestPath(index, table.texts.path.text(id)).some((file) => wanted.has(file));
      mayBe.set(id, may);
    }
    return may;
  });
}

/** The requests of an endpoint by the file that they were for: each domain of an account has one of its own. */
function rowsByFile(model: LogModel, endpoint: number, index: SitePathIndex): [file: string, rows: Uint32Array][] {
  const { table, byEndpoint } = model;
  const rows = rowsOf(byEndpoint, endpoint);
  const { path } = table.endpoint(endpoint);
  const { vhost } = table.data;
  const byHost: [host: number, rows: Uint32Array][] =
    vhost.length === 0 ? [[NO_ENTRY, rows]] : groupBy(vhost, rows, () => 1);
  return byHost.flatMap(([id, own]) => {
    const [file] = filesOfRequestPath(index, path, id === NO_ENTRY ? undefined : table.texts.vhost.text(id));
    return file === undefined || own.length === 0 ? [] : [[file, own]];
  });
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  if (parts.length === 1) return parts[0]!;
  const rows = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return rows.toSorted();
}

/** How a file was called, by the requests for it (at least one, ascending). */
export function describeCalls(model: LogModel, rows: Uint32Array): FileCalls {
  const { count, clients, endpoints, first, last, places, lines } = evidenceOf(model, rows);
  const { status, endpoint: endpointOfRow } = model.table.data;
  const marks = endpointMarks(model);
  const writing = rows.filter((row) => (marks[endpointOfRow[row]!]! & WRITING) !== 0);
  const methods = new Map<string, number>();
  for (const endpoint of endpoints) methods.set(endpoint.method, (methods.get(endpoint.method) ?? 0) + endpoint.count);
  const statuses = tally(status, rows).filter(([code]) => code !== 0);
  const answered = rows.findLast((row) => status[row] !== 0);
  return {
    requests: count,
    methods: [...methods].map(([method, times]) => ({ method, count: times })).toSorted((a, b) => b.count - a.count),
    statuses: statuses.map(([code, times]) => ({ status: code, count: times })),
    clients,
    writers: writing.length === 0 ? [] : evidenceOf(model, writing).clients,
    ...(first !== undefined && { first, last }),
    ...(answered !== undefined && { lastStatus: status[answered]! }),
    places,
    lines,
  };
}
