import type { IncidentEvent } from '../../incident/timeline/incidentEvent';
import { readableTime } from '../../readableTime';
import { t } from '../../words';
import { placeText } from '../placeText';
import { moreOf, tableOf, type ReportBlock } from '../reportDocument';

/** Events beyond this number are counted; the JSON has them all. */
const MOST_EVENTS = 300;

/** What happened, in the order of time. */
export function eventBlocks(events: readonly IncidentEvent[]): ReportBlock[] {
  const rows = events.slice(0, MOST_EVENTS).map(eventRow);
  return [
    ...tableOf(t('What happened, in the order of time'), [t('When'), t('What'), t('How sure'), t('Where')], rows),
    ...moreOf(events.length, rows.length),
  ];
}

function eventRow({ time = '', text, certainty, places }: IncidentEvent): string[] {
  return [readableTime(time), text, certaintyText(certainty), placeText(places[0])];
}

function certaintyText(certainty: IncidentEvent['certainty']): string {
  switch (certainty) {
    case 'confirmed':
      return t('certain');
    case 'likely':
      return t('likely');
    case 'check':
      return t('may be otherwise');
  }
}
