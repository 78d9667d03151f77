import type { FindingOfSite, SiteFinding } from '../../server/src/protocol';
import type { SiteAudit } from './siteAudits';

/** The names by which the server knows the findings of an audit. */
export function findingKeys({ folder, result }: SiteAudit): Map<SiteFinding, FindingOfSite> {
  const alike = new Map<string, number>();
  const keys = result.findings.map((finding): [SiteFinding, FindingOfSite] => {
    const { rule, file } = finding;
    const group = JSON.stringify([rule, file]);
    const nth = alike.get(group) ?? 0;
    alike.set(group, nth + 1);
    return [finding, { folder: folder.toString(), file, rule, nth }];
  });
  return new Map(keys);
}
