import { count } from '../../numbers';
import { readableSpan } from '../../readableTime';
import type { Finding } from '../../rules/finding';
import { urgencyName } from '../../rules/severityWords';
import { t } from '../../words';
import { placeText } from '../placeText';
import { listOf, moreOf, paragraph, type ReportBlock, type ReportPart } from '../reportDocument';

/** Findings of which all is told; the most urgent stand first. */
const MOST_FINDINGS = 200;
/** Places of a finding that are named. */
const MOST_PLACES = 5;

/** What the logs show, each finding under a heading of its own. */
export function findingBlocks(findings: readonly Finding[]): ReportBlock[] {
  return [...findings.slice(0, MOST_FINDINGS).map(findingPart), ...moreOf(findings.length, MOST_FINDINGS)];
}

function findingPart({
  title,
  severity,
  detail,
  advice,
  first,
  last,
  places,
  placesTruncated = 0,
}: Finding): ReportPart {
  const shown = places.slice(0, MOST_PLACES).map(placeText);
  const left = places.length - shown.length + placesTruncated;
  return {
    kind: 'part',
    title,
    blocks: [
      paragraph(`${urgencyName(severity)}. ${detail}`),
      paragraph(t('What to do: {0}', advice)),
      ...listOf([
        ...(first === undefined || last === undefined ? [] : [readableSpan(first, last)]),
        ...shown,
        ...(left > 0 ? [t('… and {0} more places', count(left))] : []),
      ]),
    ],
  };
}
