import { bareHost, isDocumentRootName, isDomain } from '../documentRoots';
import { foldersUpFrom, nameOf } from '../paths';

/** A folder that a web server shows as `/` of one domain or several. */
export interface DocumentRoot {
  /** Relative to the audited folder, '' for that folder itself. */
  readonly folder: string;
  /** Lower case, without `www.`; empty where nothing tells whose folder it is. */
  readonly domains: readonly string[];
}

/** These stand in the folder of a domain, whatever else lies there; `public` and `web` may be any folder of a site. */
const SURE_NAME = /^(?:public_html|httpdocs|htdocs|www)$/i;
/** Logs and what is packed: hosts name folders of these after domains, too. */
const NOT_SHOWN = /\.(?:gz|tgz|bz2|xz|zst|zip|log)$|(?:^|[._-])(?:access|error|ssl|xfer|ftp)?_?log(?:[._-]\d.*)?$/i;
/** Plesk keeps `blog.shop.example` in `shop.example/subdomains/blog/httpdocs`. */
const SUBDOMAIN_FOLDER = /(?:^|\/)subdomains\/([^/]+)(?:\/[^/]*)?$/i;

/** Whether a file of this name may be what a document root is there for; a folder with nothing but others is none. */
export function isForVisitors(name: string): boolean {
  return !NOT_SHOWN.test(name);
}

/**
 * Which of the folders that look like document roots are shown as `/` of a domain. A folder named after a domain is none where a
 * folder such as `public_html` lies in it, nor is a folder within a document root that only has a common name, nor one that holds
 * nothing but the folders of domains.
 * @param candidates from `findDocumentRoots`
 * @param hasFiles whether files lie in a folder itself
 * @param domain of the audited folder itself, where its name or that of the folder around it tells
 * @returns at least one
 */
export function rootsAmong(
  candidates: readonly string[],
  hasFiles: (folder: string) => boolean,
  domain?: string,
): DocumentRoot[] {
  const named = candidates.filter((folder) => folder !== '');
  const inside = candidatesInside(named);
  const roots = new Set<string>();
  // The candidates have the deepest first; whether a folder is a root depends on those above it.
  for (const folder of named.toReversed()) {
    const within = inside.get(folder) ?? [];
    if (isDomain(nameOf(folder)) ? !isAround(within, hasFiles(folder)) : isOutermost(folder, roots)) roots.add(folder);
  }
  for (const folder of roots) {
    if (!hasFiles(folder) && inside.get(folder)?.some((other) => isDomain(nameOf(other)))) roots.delete(folder);
  }
  if (roots.size === 0) return [{ folder: '', domains: domain === undefined ? [] : [domain] }];
  return [...roots].toReversed().map((folder) => ({ folder, domains: domainsOf(folder, domain) }));
}

/** For each candidate those that lie in it. */
function candidatesInside(named: readonly string[]): Map<string, string[]> {
  const inside = new Map(named.map((folder): [string, string[]] => [folder, []]));
  for (const folder of named) for (const above of foldersUpFrom(folder).slice(1)) inside.get(above)?.push(folder);
  return inside;
}

/** The domain that an absolute path is the folder of: named after it, or lying in a folder that is. */
export function domainOfPath(path: string): string | undefined {
  const [name, around] = path.replaceAll('\\', '/').split('/').filter(Boolean).toReversed();
  if (name === undefined) return undefined;
  if (isDomain(name)) return bareHost(name);
  return isDocumentRootName(name) && around !== undefined && isDomain(around) ? bareHost(around) : undefined;
}

/** Whether the folder of a domain is only around what is shown of it, such as `public_html`. */
function isAround(inside: readonly string[], hasFiles: boolean): boolean {
  return inside.map(nameOf).some((name) => !isDomain(name) && (!hasFiles || SURE_NAME.test(name)));
}

/** Whether a folder with a common name lies in no document root; those of domains begin anew. */
function isOutermost(folder: string, roots: ReadonlySet<string>): boolean {
  for (const above of foldersUpFrom(folder).slice(1)) {
    if (roots.has(above)) return false;
    if (isDomain(nameOf(above))) return true;
  }
  return true;
}

function domainsOf(folder: string, around: string | undefined): string[] {
  const own = foldersUpFrom(folder).map(nameOf).find(isDomain);
  const parent = own === undefined ? around : bareHost(own);
  if (parent === undefined) return [];
  const label = SUBDOMAIN_FOLDER.exec(folder)?.[1];
  return [label === undefined || isDomain(label) ? parent : `${label.toLowerCase()}.${parent}`];
}
