import { localTime } from '../../log/time';
import { t } from '../../words';
import { coverageOf } from '../timeline/coverage';
import type { CauseFacts } from './cause';

/** Days of logs before the bad files were used that show what led to them, in seconds. */
const DAYS_BEFORE = 3 * 86_400;

/** What of the logs of the web server was not read and would tell more. */
export function missingRequests(facts: CauseFacts): string[] {
  if (!facts.hasRequests) {
    return [t('No access log was given: download those of the days before from the control panel of your host.')];
  }
  const since = startsLate(facts, 'request');
  return since === undefined
    ? []
    : [
        t(
          'The access logs begin at {0}, shortly before the files were used: add older ones if your host has them.',
          since,
        ),
      ];
}

/** The same of FTP. */
export function missingFtp(facts: CauseFacts): string[] {
  if (!facts.hasFtp) {
    return [
      t(
        'No FTP log was given: download it (it often lies beside the access logs in the control panel, as xferlog or ftp_log), or ask the host for it.',
      ),
    ];
  }
  const since = startsLate(facts, 'ftp');
  return since === undefined ? [] : [t('The FTP log begins at {0}: ask the host for what was done before.', since)];
}

/** When the logs of a kind begin, where that is not long before the files were used; `undefined` where they reach back far enough. */
function startsLate({ traces }: CauseFacts, kind: 'request' | 'ftp'): string | undefined {
  const coverage = traces && coverageOf(traces.model)[kind];
  if (traces?.begin === undefined || coverage === undefined) return undefined;
  const { time, zone } = traces.model.table.data;
  const first = time[coverage.first]!;
  return traces.begin - first >= DAYS_BEFORE ? undefined : localTime(first, zone[coverage.first]!);
}
