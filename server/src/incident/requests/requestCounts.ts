import type { LogModel } from '../../log/logModel';
import { rowsOf } from '../../log/rowGroups';
import { requestsOf } from '../../rules/log/facts/requestRows';
import type { SitePathIndex } from '../../site/pathIndex';
import { requestedFiles } from '../../site/requestPath';
import { domainDivider } from './rowsByDomain';

/**
 * How many requests a log has for each file of a site; files that were never called are absent. Where nothing tells which domain was
 * meant, they count for the file of each.
 */
export function requestCounts(model: LogModel, index: SitePathIndex): Map<string, number> {
  const requests = requestsOf(model);
  const { table, byEndpoint } = requests;
  const divide = domainDivider(requests);
  // Endpoints of several methods have the same path, which is looked up once for each domain.
  const known = new Map<string | undefined, Map<number, readonly string[]>>();
  const filesOf = (path: number, domain: string | undefined): readonly string[] => {
    const ofDomain = known.get(domain) ?? new Map<number, readonly string[]>();
    known.set(domain, ofDomain);
    const files = ofDomain.get(path) ?? requestedFiles(index, table.texts.path.text(path), domain);
    ofDomain.set(path, files);
    return files;
  };
  const counts = new Map<string, number>();
  table.data.endpoints.path.forEach((path, endpoint) => {
    for (const { domain, rows } of divide(rowsOf(byEndpoint, endpoint))) {
      for (const file of filesOf(path, domain)) counts.set(file, (counts.get(file) ?? 0) + rows.length);
    }
  });
  return counts;
}
