import type { Finding } from '../../server/src/rules/finding';
import type { FileFindings } from '../../server/src/siteFindings';

/** Folder of the made-up site, a URI. */
export const SITE = 'file:///sites/shop';

/** A finding of a site, about line 3 of `l.php` where nothing else is said. */
export function findingOfSite(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'suspicious-code',
    severity: 'error',
    title: 'l.php holds code that attackers use',
    detail: 'The code unpacks hidden code and runs it.',
    advice: 'Delete it.',
    clients: [],
    endpoints: [],
    places: [{ file: 'l.php', line: 3, column: 5, endColumn: 12, note: 'unpacks hidden code and runs it' }],
    ...change,
  };
}

/** Findings of one file of the site. */
export function inFile(findings: readonly Finding[], file = 'l.php'): FileFindings[] {
  return [{ folder: SITE, file, findings }];
}
