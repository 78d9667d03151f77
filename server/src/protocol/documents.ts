/** Scheme of packed logs shown unpacked: the URI is that of the packed file with the scheme exchanged. */
export const ARCHIVE_SCHEME = 'log-archive';

/**
 * Scheme of documents that show a file in an archive of a site. Their path is that of the archive with that of the file behind it,
 * as findings have it: `/site/backup.zip!/wp-login.php`.
 */
export const MEMBER_SCHEME = 'site-archive';

/** The URI of a document that is no file: `name` is what the editor shows, `query` what it needs to know to fill it. */
export function documentUri(scheme: string, name: string, query: unknown): string {
  return `${scheme}:/${encodeURIComponent(name)}?${encodeURIComponent(JSON.stringify(query))}`;
}

/** What the URI of a document of that scheme has as its query, or `undefined` when it has none of that kind. */
export function documentQuery<T>(uri: string, scheme: string, isQuery: (value: unknown) => value is T): T | undefined {
  const text = uri.startsWith(`${scheme}:`) ? uri.slice(uri.indexOf('?') + 1) : '';
  try {
    const query: unknown = JSON.parse(decodeURIComponent(text));
    return isQuery(query) ? query : undefined;
  } catch {
    return undefined;
  }
}

/** The name of a log for that of a document that tells of it: a slash in the name would cut it in the editor. */
export function documentName(about: string, log: string): string {
  const file = decodeURIComponent(log.slice(log.lastIndexOf('/') + 1));
  return `${about} · ${file}`.replaceAll('/', '⁄');
}

/** Whether a value that came from outside has properties. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
