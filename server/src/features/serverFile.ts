import { EntryKind } from '../log/entryFields';
import type { LogTable } from '../log/logTable';
import type { FileFindings } from '../siteFindings';
import { isDocumentRootName } from '../site/documentRoots';

/** Finds the file of a request path in the copy of the site: its URI, `null` when no folder has it. */
export type FindSiteFile = (path: string, host?: string) => Promise<string | null>;

/** Whether the copy of the site has the file that a path names. */
export type SiteFileState =
  | {
      readonly kind: 'found';
      /** As people know it. */
      readonly file: string;
      readonly uri: string;
      /** What the audits say of it, one part for each audited folder that it lies in. */
      readonly findings: readonly FileFindings[];
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'noSite' };

/** Folders at the front of a server's path that the copy of the site lacks, e.g. `/home/account/example.com/public_html`. */
const MOST_FRONT_FOLDERS = 8;

/**
 * The copy of a file that a message names by its path on the server: its URI, `null` when there is none. The front of the path
 * is left away until a file fits; a name alone fits only below a document root, as many folders have an index.php.
 */
export async function findServerFile(path: string, find: FindSiteFile): Promise<string | null> {
  const segments = path.split('/').filter((segment) => segment !== '');
  const most = Math.min(MOST_FRONT_FOLDERS, segments.length - 1);
  for (let front = 0; front <= most; front++) {
    const isNameAlone = front === segments.length - 1;
    if (isNameAlone && front > 0 && !isDocumentRootName(segments[front - 1]!)) return null;
    const file = await find(`/${segments.slice(front).join('/')}`);
    if (file !== null) return file;
  }
  return null;
}

/** The copy of the file that a row is about: its URI, `null` when there is none. FTP and mail servers name files of the server. */
export async function findTargetFile(table: LogTable, row: number, find: FindSiteFile): Promise<string | null> {
  const { path } = table.endpoint(table.data.endpoint[row]!);
  const host = table.text('vhost', row);
  const kind = table.kind(row);
  return kind === EntryKind.ftp || kind === EntryKind.mail
    ? findServerFile(path, (each) => find(each, host))
    : find(path, host);
}

/** Whether the copy of the site has the file that a row is about. */
export async function targetFileState(
  table: LogTable,
  row: number,
  stateOf: (path: string, host: string | undefined) => Promise<SiteFileState>,
): Promise<SiteFileState> {
  const states: SiteFileState[] = [];
  await findTargetFile(table, row, async (path, host) => {
    const state = await stateOf(path, host);
    states.push(state);
    return state.kind === 'found' ? state.file : null;
  });
  return states.at(-1) ?? { kind: 'missing' };
}
