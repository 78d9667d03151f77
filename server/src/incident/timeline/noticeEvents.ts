import { isoOffset } from '../../log/time';
import { t } from '../../words';
import type { HostNotice } from '../notice/hostNotice';
import { measureText } from '../notice/noticeWords';
import type { IncidentEvent } from './incidentEvent';

/** Times of a mail beyond this number are those of a list, which says them itself. */
const MOST_MOMENTS = 20;
/** Japan has no other time (Order No. 167 of 1886: the meridian of 135° east). */
const JAPAN = 9 * 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Day and clock of a moment, and its zone where the mail names one. */
const MOMENT = /^(.{10}T[\d:]+)(Z|[+-]\d{2}:\d{2})?$/;

/**
 * When it happened by the host's mail, and what the host did.
 * @param zone offset of the logs' times from UTC in minutes; `undefined` where no log was read
 */
export function noticeEvents({ moments, measures, language }: HostNotice, zone: number | undefined): IncidentEvent[] {
  // Where a mail names no zone, that of the logs is the server's.
  const offset = isoOffset(zone ?? (language === 'ja' ? JAPAN : 0));
  return [
    ...moments.slice(0, MOST_MOMENTS).flatMap((moment) => momentEvent(moment, offset)),
    ...(measures.length === 0
      ? []
      : [
          event('measure', {
            text: t('What the host did; its mail does not say when: {0}', measures.map(measureText).join(' ')),
          }),
        ]),
  ];
}

function momentEvent(moment: string, offset: string): IncidentEvent[] {
  const isDay = DAY.test(moment);
  const [, local = '', zone] = MOMENT.exec(isDay ? `${moment}T00:00:00` : moment) ?? [];
  const time = `${local.padEnd('2021-11-01T10:56:00'.length, ':00')}${zone === 'Z' ? '+00:00' : (zone ?? offset)}`;
  if (Number.isNaN(Date.parse(time))) return [];
  return [
    event('notice', {
      time,
      text: isDay ? t('The host’s mail names this day.') : t('The host’s mail names this time.'),
    }),
  ];
}

function event(kind: 'notice' | 'measure', words: Pick<IncidentEvent, 'text' | 'time'>): IncidentEvent {
  return { kind, certainty: 'confirmed', places: [], ...words };
}
