import type { Cause, CauseEvidence } from '../../incident/causes/cause';
import { causeText, verdictName, verdictText } from '../../incident/causes/causeWords';
import { readableTime } from '../../readableTime';
import { t } from '../../words';
import { placeText } from '../placeText';
import { listOf, moreOf, paragraph, tableOf, type ReportPart } from '../reportDocument';

/** Evidence beyond this number says no more. */
const MOST_EVIDENCE = 20;

/** A cause with what speaks for and against it. */
export function causePart({ id, verdict, evidence, missing }: Cause): ReportPart {
  const rows = evidence.slice(0, MOST_EVIDENCE).map(evidenceRow);
  return {
    kind: 'part',
    title: t('{0}: {1}', verdictName(verdict), causeText(id)),
    blocks: [
      paragraph(verdictText(verdict)),
      ...tableOf(t('Evidence'), [t('What was seen'), t('Speaks'), t('When'), t('Where')], rows),
      ...moreOf(evidence.length, rows.length),
      ...listOf(missing),
    ],
  };
}

function evidenceRow({ speaks, text, time = '', places }: CauseEvidence): string[] {
  return [text, speaks === 'for' ? t('for it') : t('against it'), readableTime(time), placeText(places[0])];
}
