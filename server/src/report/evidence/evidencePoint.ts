import type { Incident } from '../../incident/incident';
import { causeText } from '../../incident/causes/causeWords';
import type { FileLines } from '../../rules/finding';
import { t } from '../../words';
import { linesOfPlaces } from './linesOfPlaces';

/** Something that happened, and the lines of logs that show it. */
export interface EvidencePoint {
  /** Unlike that of all others of the incident, the same whenever it is made: `finding-1`, `file-2`, `cause-1`, `timeline`. */
  readonly id: string;
  readonly kind: 'finding' | 'file' | 'cause' | 'timeline';
  /** In the user's language; may quote hostile text. */
  readonly title: string;
  /** Rule of the finding. */
  readonly rule?: string;
  /** ISO 8601 with the log's offset. */
  readonly first?: string;
  readonly last?: string;
  readonly lines: readonly FileLines[];
  /** Lines that the incident itself left out before. */
  readonly leftOutBefore: number;
}

/** All that the logs show of an incident: each finding, each file that was called or uploaded, each cause. */
export function evidencePoints(incident: Incident): EvidencePoint[] {
  return allPoints(incident).filter(({ lines, leftOutBefore }) => lines.length > 0 || leftOutBefore > 0);
}

function allPoints({ logFindings, files, causes, events }: Incident): EvidencePoint[] {
  return [
    ...logFindings.map(({ rule, title, first, last, lines, places, placesTruncated = 0 }, index): EvidencePoint => ({
      id: `finding-${index + 1}`,
      kind: 'finding',
      title,
      rule,
      ...(first !== undefined && { first, last }),
      lines: lines ?? linesOfPlaces(places),
      leftOutBefore: lines === undefined ? placesTruncated : 0,
    })),
    ...files.map(({ file, calls, uploads }, index): EvidencePoint => ({
      id: `file-${index + 1}`,
      kind: 'file',
      title: file,
      ...(calls?.first !== undefined && { first: calls.first, last: calls.last }),
      lines: [...(calls?.lines ?? []), ...linesOfPlaces(uploads.map(({ place }) => place))],
      leftOutBefore: 0,
    })),
    ...causes.map(({ id, evidence }, index): EvidencePoint => ({
      id: `cause-${index + 1}`,
      kind: 'cause',
      title: causeText(id),
      lines: linesOfPlaces(evidence.flatMap(({ places }) => places)),
      leftOutBefore: 0,
    })),
    {
      id: 'timeline',
      kind: 'timeline',
      title: t('What happened, in the order of time'),
      lines: linesOfPlaces(events.flatMap(({ places }) => places)),
      leftOutBefore: 0,
    },
  ];
}
