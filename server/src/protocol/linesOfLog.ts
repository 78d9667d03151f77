import { documentName, documentQuery, documentUri, isRecord } from './documents';

/** Scheme of documents that show some lines of a log; see `linesUri`. */
export const LINES_SCHEME = 'log-lines';

/** Lines of a log: what a `log-lines:` document shows. */
export interface LinesOfLog {
  /** URI of the log's document. */
  readonly log: string;
  readonly filter: LineFilter;
}

/** Which lines of a log to show. */
export type LineFilter =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'endpoint'; readonly method: string; readonly path: string }
  | { readonly kind: 'addressOnEndpoint'; readonly address: string; readonly method: string; readonly path: string }
  /** Lines that are no entries. */
  | { readonly kind: 'unreadable' };

/**
 * The `log-lines:` URI of some lines of a log; its path is the name that the editor shows. The log's own name stands last: VS
 * Code takes the end for the file's type, and the name of a PHP file there would have the lines read as PHP.
 */
export function linesUri(lines: LinesOfLog): string {
  return documentUri(LINES_SCHEME, documentName(describeFilter(lines.filter), lines.log), lines);
}

/** The lines that a `log-lines:` URI names, or `undefined` when it is none. */
export function parseLinesUri(uri: string): LinesOfLog | undefined {
  return documentQuery(uri, LINES_SCHEME, isLinesOfLog);
}

/** Whether a value that came from outside says which lines of a log to show. */
export function isLinesOfLog(value: unknown): value is LinesOfLog {
  if (!isRecord(value) || typeof value['log'] !== 'string' || !isRecord(value['filter'])) return false;
  const { kind, address, method, path } = value['filter'];
  if (kind === 'unreadable') return true;
  if (kind === 'address') return typeof address === 'string';
  const hasEndpoint = typeof method === 'string' && typeof path === 'string';
  return kind === 'endpoint' ? hasEndpoint : kind === 'addressOnEndpoint' && hasEndpoint && typeof address === 'string';
}

function describeFilter(filter: LineFilter): string {
  if (filter.kind === 'unreadable') return '?';
  if (filter.kind === 'address') return filter.address;
  const endpoint = `${filter.method} ${filter.path}`;
  return filter.kind === 'endpoint' ? endpoint : `${filter.address} ${endpoint}`;
}
