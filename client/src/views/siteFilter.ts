import type { IncidentFileItem, Severity, SiteFinding } from '../../../server/src/protocol';
import type { ListedSite } from './listedSites';

/** Which findings and files the tree shows. */
export interface SiteFilter {
  /** Words, each of which must be in the path, the rule or the title of a finding, the path or the state of a file; large and small letters are the same. */
  readonly text: string;
  /** Severities that are shown; none means all. */
  readonly severities: readonly Severity[];
}

/** Lets everything pass. */
export const NO_FILTER: SiteFilter = { text: '', severities: [] };

/** Whether a filter may keep anything back. */
export function isFiltering({ text, severities }: SiteFilter): boolean {
  return text.trim() !== '' || severities.length > 0;
}

/** The sites with only those of their findings and files that pass a filter, and without what they are made with. */
export function filteredSites(sites: readonly ListedSite[], filter: SiteFilter): readonly ListedSite[] {
  if (!isFiltering(filter)) return sites;
  const passes = passing(filter);
  return sites.map((site) => ({
    ...site,
    result: {
      ...site.result,
      findings: site.result.findings.filter((each) => passes(each, wordsOfFinding(each))),
      products: [],
    },
    bare: site.bare.filter((each) => passes(each, wordsOfFile(each))),
  }));
}

function passing({ text, severities }: SiteFilter): (of: { severity: Severity }, words: readonly string[]) => boolean {
  const wanted = comparable(text).split(/\s+/).filter(Boolean);
  return ({ severity }, words) => {
    if (severities.length > 0 && !severities.includes(severity)) return false;
    const searched = comparable(words.join('\n'));
    return wanted.every((word) => searched.includes(word));
  };
}

function wordsOfFinding({ file, rule, ruleTitle, title }: SiteFinding): string[] {
  return [file, rule, ruleTitle, title];
}

function wordsOfFile({ file, path, stateText }: IncidentFileItem): string[] {
  return [file, path, stateText];
}

/** Text in the form in which full-width and half-width, large and small letters are the same (UAX #15, NFKC). */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
