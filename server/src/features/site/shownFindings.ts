import { decodedUri, type FindingOfSite, type SiteFinding } from '../../protocol';
import { terminalText } from '../../report/terminal';
import type { Finding, Place } from '../../rules/finding';
import { siteRules } from '../../rules/site/table';
import { keysOf } from '../../siteFindings';
import { withoutLongWords } from '../longWords';
import { decodedExcerpt } from './decodedText';

/** The findings of an audited folder (a URI) as the editor shows them: places from 0, hidden characters written out. */
export function shownFindings(folder: string, findings: readonly Finding[]): SiteFinding[] {
  const keys = keysOf(folder, findings);
  return findings.map((finding, index) => shownFinding(finding, keys[index]!));
}

function shownFinding(finding: Finding, key: FindingOfSite): SiteFinding {
  const [place, ...others] = finding.places;
  return {
    rule: finding.rule,
    ruleTitle: siteRules.find(({ id }) => id === finding.rule)?.title() ?? finding.rule,
    severity: finding.severity,
    title: terminalText(finding.title),
    detail: terminalText(finding.detail),
    advice: terminalText(finding.advice),
    file: key.file,
    ...(place?.line !== undefined && { line: place.line - 1, column: (place.column ?? 1) - 1 }),
    ...(place?.endColumn !== undefined && { endColumn: place.endColumn - 1 }),
    related: evidencePath(place, others).map(relatedPlace),
    ...(finding.decoded && {
      decoded: { excerpt: decodedExcerpt(finding.decoded), document: decodedUri(key) },
    }),
  };
}

/**
 * The steps of the evidence as the rule orders them: also the first, when it is said what is seen there. What lies within the stretch
 * that is marked anyway leads nowhere else, and is left to the hover.
 */
function evidencePath(first: Place | undefined, others: readonly Place[]): readonly Place[] {
  if (first === undefined) return [];
  const elsewhere = others.filter((place) => !isWithin(place, first));
  return first.note === undefined || elsewhere.length === 0 ? elsewhere : [first, ...elsewhere];
}

function isWithin(inner: Place, outer: Place): boolean {
  const { column = 1 } = inner;
  const { column: start = 1, endColumn: end = start } = outer;
  return inner.file === outer.file && inner.line === outer.line && column >= start && column <= end;
}

function relatedPlace({ file, line, column, endColumn, note }: Place): SiteFinding['related'][number] {
  return {
    file,
    line: (line ?? 1) - 1,
    column: (column ?? 1) - 1,
    ...(endColumn !== undefined && { endColumn: endColumn - 1 }),
    note: terminalText(withoutLongWords(note ?? '')),
  };
}
