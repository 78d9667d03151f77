import { foldersUpFrom, nameOf } from './paths';

/** Names that hosting companies and frameworks give to the folder that the web server shows. */
const NAMES = new Set(['public_html', 'www', 'httpdocs', 'htdocs', 'web', 'html', 'public', 'docroot', 'wwwroot']);
/** Several domains of one account lie side by side in folders of these names. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;
/** Within these folders of programs, names like `public` mean something else. */
const INSIDE_PROGRAM = /(?:^|\/)(?:wp-content|wp-includes|wp-admin|vendor|node_modules)(?:\/|$)/;
/** `home/account/example.com/public_html` is the deepest layout of a host that is known. */
const MAXIMUM_DEPTH = 5;

/**
 * Folders that a web server may show as `/` of a domain, guessed from their names.
 * @param folders all folders of the site.
 * @returns the deepest first; the audited folder itself ('') is always last.
 */
export function findDocumentRoots(folders: Iterable<string>): string[] {
  const roots = [...folders].filter((folder) => folder !== '' && isDocumentRoot(folder));
  return [...roots.toSorted((a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1)), ''];
}

/** Host name in a folder's path, e.g. `example.com` in `example.com/public_html`; `undefined` without one. */
export function hostOfFolder(folder: string): string | undefined {
  return foldersUpFrom(folder).map(nameOf).find(isDomain)?.toLowerCase();
}

/** Whether a name is that of a host, such as `example.com`. */
export function isDomain(name: string): boolean {
  return DOMAIN.test(name);
}

function isDocumentRoot(folder: string): boolean {
  if (folder.split('/').length > MAXIMUM_DEPTH || INSIDE_PROGRAM.test(folder)) return false;
  return isDocumentRootName(nameOf(folder));
}

/** Whether a folder of this name is, as a rule, shown as `/` of a domain. */
export function isDocumentRootName(name: string): boolean {
  return NAMES.has(name.toLowerCase()) || isDomain(name);
}

/** Host name without port and without `www.`, in lower case. */
export function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
    .replace(/^www\./, '');
}
