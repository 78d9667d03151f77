import type { LogModel } from '../../log/logModel';
import { rowsOf } from '../../log/rowGroups';
import { bareHost } from '../../site/documentRoots';
import type { SitePathIndex } from '../../site/pathIndex';
import { requestedFiles } from '../../site/requestPath';
import { readRequestTarget } from '../../site/requestTarget';
import { frontController } from '../../site/routes';
import { rootsOfHost } from '../../site/roots/hostRoots';
import type { DomainDivider } from './rowsByDomain';

/**
 * How many requests a front controller got for addresses at which there is no file; files that are none, or that nobody wants, are
 * absent.
 */
export function routedRequests(
  { table, byEndpoint }: LogModel,
  index: SitePathIndex,
  wanted: ReadonlySet<string>,
  divide: DomainDivider,
): Map<string, number> {
  const counts = new Map<string, number>();
  // Mostly nobody accuses a front controller, and the log need not be gone through.
  if (!isAnyWanted(index, wanted)) return counts;
  table.data.endpoints.path.forEach((id, endpoint) => {
    const path = table.texts.path.text(id);
    for (const { domain, rows } of divide(rowsOf(byEndpoint, endpoint))) {
      if (requestedFiles(index, path, domain).length > 0) continue;
      const file = controllerOf(index, path, domain);
      if (file !== undefined && wanted.has(file)) counts.set(file, (counts.get(file) ?? 0) + rows.length);
    }
  });
  return counts;
}

function isAnyWanted(index: SitePathIndex, wanted: ReadonlySet<string>): boolean {
  return [...index.routes.keys()].some((folder) => {
    const file = frontController(index, folder, '');
    return file !== undefined && wanted.has(file);
  });
}

/** Where nothing tells the domain, the only document root is meant. */
function controllerOf(index: SitePathIndex, path: string, domain: string | undefined): string | undefined {
  const target = readRequestTarget(path);
  if (target === undefined) return undefined;
  const host = domain ?? target.host;
  const [known] = host === undefined ? [] : rootsOfHost(index, bareHost(host));
  const root = known ?? (index.roots.length === 1 ? index.roots[0]!.folder : undefined);
  return root === undefined ? undefined : frontController(index, root, target.path);
}
