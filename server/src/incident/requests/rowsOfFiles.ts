import type { LogModel } from '../../log/logModel';
import { rowsOf } from '../../log/rowGroups';
import { requestsOf } from '../../rules/log/facts/requestRows';
import { DIRECTORY_INDEX, folded, withoutExtension, type SitePathIndex } from '../../site/pathIndex';
import { folderOf, nameOf } from '../../site/paths';
import { requestedFiles } from '../../site/requestPath';
import { readRequestTarget } from '../../site/requestTarget';
import { routedRequests } from './routedRequests';
import { domainDivider } from './rowsByDomain';

/** The requests for files of a site. */
export interface RequestedRows {
  /** Rows of the requests for each file, ascending; files that were never called are absent. */
  readonly rows: ReadonlyMap<string, Uint32Array>;
  /**
   * How many of them nothing tells the domain of, so that the file of another domain may be meant: they count for each of these.
   * Absent for none.
   */
  readonly shared: ReadonlyMap<string, number>;
  /**
   * How many requests beside these were for addresses at which there is no file, which the site's settings hand to the file: every
   * such address of a site that WordPress makes. Absent for none.
   */
  readonly routed: ReadonlyMap<string, number>;
}

/**
 * Finds the requests for files in a log: by address, by the folder that they are the index of, or with arguments behind them.
 * @param index with the files that are asked for, also such as are gone
 * @param wanted paths
 */
export function rowsOfFiles(model: LogModel, index: SitePathIndex, wanted: ReadonlySet<string>): RequestedRows {
  const requests = requestsOf(model);
  const divide = domainDivider(requests);
  const parts = new Map<string, Uint32Array[]>();
  const shared = new Map<string, number>();
  for (const endpoint of endpointsOf(requests, index, wanted)) {
    const { path } = requests.table.endpoint(endpoint);
    for (const { domain, rows } of divide(rowsOf(requests.byEndpoint, endpoint))) {
      const files = requestedFiles(index, path, domain);
      for (const file of files.filter((each) => wanted.has(each))) {
        const own = parts.get(file);
        if (own === undefined) parts.set(file, [rows]);
        else own.push(rows);
        if (files.length > 1) shared.set(file, (shared.get(file) ?? 0) + rows.length);
      }
    }
  }
  const routed = routedRequests(requests, index, wanted, divide);
  return { rows: new Map([...parts].map(([file, own]) => [file, joined(own)])), shared, routed };
}

/** Endpoints that may be requests for the files, told by the names in their paths: few of a log's paths have any of these. */
function endpointsOf({ table }: LogModel, index: SitePathIndex, wanted: ReadonlySet<string>): number[] {
  const names = new Set([...wanted].flatMap((file) => namesOf(file, index)));
  const mayBe = (text: string): boolean => {
    const path = readRequestTarget(text)?.path;
    if (path === undefined) return false;
    return path.split('/').some((part) => part.startsWith('~') || names.has(folded(part).replace(/[. ]{1,100}$/, '')));
  };
  const { path } = table.data.endpoints;
  const known = new Map<number, boolean>();
  return [...path.keys()].filter((endpoint) => {
    const id = path[endpoint]!;
    let may = known.get(id);
    if (may === undefined) known.set(id, (may = mayBe(table.texts.path.text(id))));
    return may;
  });
}

/** What a path has in it that asks for a file: its name, with its extension or without, or that of the folder that it is the index of. */
function namesOf(file: string, { rootName, routes }: SitePathIndex): string[] {
  const name = folded(nameOf(file));
  const own = [...routes.values()];
  const isIndex = DIRECTORY_INDEX.includes(name) || own.some(({ indexNames }) => indexNames.map(folded).includes(name));
  const rewritten = own.flatMap(({ rewrites }) => rewrites.filter(([, target]) => folded(nameOf(target)) === name));
  return [
    ...rewritten.map(([address]) => nameOf(address)),
    name,
    withoutExtension(name) ?? name,
    ...(isIndex ? ['', folded(nameOf(folderOf(file))), folded(rootName)] : []),
  ];
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
