import path from 'node:path';
import type { IncidentParts } from '../readIncident';
import { bareHost } from '../site/documentRoots';
import { foldersAsOne, isInside } from '../site/foldersAsOne';
import type { FolderOf, IncidentPlaces } from './incidentRequest';

/**
 * The copies of the sites of an account as one, and what the user says of their folders.
 * @returns `undefined` where no folder is around all of them
 */
export function sitesOf({
  sites,
  roots,
  domains,
}: Pick<IncidentPlaces, 'sites' | 'roots' | 'domains'>):
  | Pick<IncidentParts, 'site' | 'prefixRules' | 'roots'>
  | undefined {
  if (sites.length === 0) return {};
  const folders = foldersAsOne(sites);
  if (folders === undefined) return undefined;
  const within = (folder: string): string => pathWithin(folder, folders.root);
  return {
    site: { ...folders, settings: {}, exclude: [], cacheFolder: undefined },
    prefixRules: roots.map(({ name, folder }) => ({ remote: name.replace(/\/+$/, ''), local: within(folder) })),
    roots: domainsByFolder(domains.map(({ name, folder }) => ({ name: bareHost(name), folder: within(folder) }))),
  };
}

/** A folder that the user names from where he is, or from the copy. */
function pathWithin(folder: string, root: string): string {
  const asNamed = path.resolve(folder);
  const absolute = isInside(asNamed, root) ? asNamed : path.resolve(root, folder);
  return path.relative(root, absolute).replaceAll('\\', '/');
}

function domainsByFolder(pairs: readonly FolderOf[]): { folder: string; domains: string[] }[] {
  const byFolder = new Map<string, string[]>();
  for (const { name, folder } of pairs) byFolder.set(folder, [...(byFolder.get(folder) ?? []), name]);
  return [...byFolder].map(([folder, names]) => ({ folder, domains: names }));
}
