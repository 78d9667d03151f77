import type { Severity, SiteFinding } from '../../../server/src/protocol';
import type { SiteAudit } from '../siteAudits';

/** Which findings the tree shows. */
export interface SiteFilter {
  /** Words, each of which must be in the path, the rule or the title of a finding; large and small letters are the same. */
  readonly text: string;
  /** Severities that are shown; none means all. */
  readonly severities: readonly Severity[];
}

/** Lets every finding pass. */
export const NO_FILTER: SiteFilter = { text: '', severities: [] };

/** Whether a filter may keep anything back. */
export function isFiltering({ text, severities }: SiteFilter): boolean {
  return text.trim() !== '' || severities.length > 0;
}

/** The audits with only those of their findings that pass a filter. */
export function filteredAudits(audits: readonly SiteAudit[], filter: SiteFilter): readonly SiteAudit[] {
  if (!isFiltering(filter)) return audits;
  const passes = passing(filter);
  return audits.map((audit) => ({
    ...audit,
    result: { ...audit.result, findings: audit.result.findings.filter(passes) },
  }));
}

function passing({ text, severities }: SiteFilter): (finding: SiteFinding) => boolean {
  const words = comparable(text).split(/\s+/).filter(Boolean);
  return ({ file, rule, ruleTitle, title, severity }) => {
    if (severities.length > 0 && !severities.includes(severity)) return false;
    const searched = comparable([file, rule, ruleTitle, title].join('\n'));
    return words.every((word) => searched.includes(word));
  };
}

/** Text in the form in which full-width and half-width, large and small letters are the same (UAX #15, NFKC). */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
