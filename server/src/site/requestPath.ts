import { hostOfFolder } from './documentRoots';
import { fileAt, filesEndingWith, type SitePathIndex } from './pathIndex';

/** Candidates beyond this number say no more than "some file of that name". */
const MAXIMUM_CANDIDATES = 20;

/**
 * Files of the site that a request in a log may have been for, the likeliest first: below each document root, then below
 * the audited folder taken as the folder of that name, then anywhere that the path ends alike.
 * @param requestPath as it was logged: with or without query, percent-encoded or not; hostile text.
 * @param host the log's virtual host when it names one: folders of that domain come first.
 */
export function filesOfRequestPath(index: SitePathIndex, requestPath: string, host?: string): string[] {
  const path = decodePath(requestPath).replace(/^\/+/, '');
  const found = new Set<string>();
  for (const root of rootsFor(index, host)) addDefined(found, fileAt(index, root, path));
  const inside = `${index.rootName}/`;
  if (found.size === 0 && index.rootName !== '' && path.startsWith(inside)) {
    addDefined(found, fileAt(index, '', path.slice(inside.length)));
  }
  if (found.size === 0) {
    for (const file of filesEndingWith(index, path).slice(0, MAXIMUM_CANDIDATES)) found.add(file);
  }
  return [...found];
}

/** Drops query and fragment and undoes percent-encoding; bytes that are not UTF-8 stay encoded. */
export function decodePath(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

function rootsFor({ documentRoots }: SitePathIndex, host: string | undefined): string[] {
  if (host === undefined) return [...documentRoots];
  const wanted = bareHost(host);
  const isWanted = (root: string): boolean => hostOfFolder(root) === wanted;
  return [...documentRoots.filter(isWanted), ...documentRoots.filter((root) => !isWanted(root))];
}

/** Host name without port and without `www.`, in lower case. */
export function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '');
}

function addDefined(set: Set<string>, value: string | undefined): void {
  if (value !== undefined) set.add(value);
}
