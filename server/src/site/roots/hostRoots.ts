import type { SitePathIndex } from '../pathIndex';
import { joinPath } from '../paths';

/**
 * Folders of the document roots that a host is shown from, the likeliest first; none where nothing tells of the host.
 * A subdomain without a root of its own is looked for where hosts put it: in the folder of its name within the domain's root, then in
 * that root.
 * @param host as `bareHost` gives it
 */
export function rootsOfHost({ rootsByDomain, folders }: SitePathIndex, host: string): readonly string[] {
  const own = rootsByDomain.get(host);
  if (own !== undefined) return own;
  const dot = host.indexOf('.');
  const around = dot < 0 ? undefined : rootsByDomain.get(host.slice(dot + 1));
  if (around === undefined) return [];
  const label = host.slice(0, dot);
  return [...around.map((root) => joinPath(root, label)).filter((folder) => folders.has(folder)), ...around];
}
