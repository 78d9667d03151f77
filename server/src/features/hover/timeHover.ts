import type { LogModel } from '../../log/logModel';
import { isoOffset, localTime } from '../../log/time';
import { ZONE_STEP_MINUTES } from '../../log/logTable';
import { currentLocale } from '../../numbers';
import { t } from '../../words';
import { markdownTable, markdownText } from '../../report/markdown';

const MS_PER_SECOND = 1000;

/**
 * A row's time in the log's zone, in UTC and in the site's zone, as Markdown.
 * @param siteZone IANA name of a zone (https://www.iana.org/time-zones), e.g. `Asia/Tokyo`; one that is unknown is left out
 */
export function timeHover(model: LogModel, row: number, siteZone: string): string {
  const time = model.table.data.time[row]!;
  const zone = model.table.data.zone[row]!;
  const logged = `${localTime(time, zone)} ${isoOffset(zone * ZONE_STEP_MINUTES)}`;
  const there = timeInZone(time, siteZone);
  return markdownTable([
    [t('In the log'), markdownText(logged)],
    ['UTC', markdownText(localTime(time, 0))],
    ...(there === undefined ? [] : [[markdownText(siteZone), markdownText(there)] as [string, string]]),
  ]);
}

function timeInZone(time: number, zone: string): string | undefined {
  const shape = { timeZone: zone, dateStyle: 'full', timeStyle: 'medium' } as const;
  try {
    return new Intl.DateTimeFormat(currentLocale(), shape).format(time * MS_PER_SECOND);
  } catch {
    return undefined;
  }
}
