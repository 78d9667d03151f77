import { regularity, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { bucketOptions } from './bucketOptions';
import { LeakyBucket } from './facts/leakyBucket';
import { endpointsMarked } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { unreadableRequests } from './facts/requests';
import { byClient, joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { addressesOf, logFinding, when } from './logFinding';

const options = bucketOptions(10, 10, 'CrowdSec http-probing on malformed requests: 10 and 10 s.');

/** Health checks of load balancers open a connection at fixed times, seconds apart. */
const SHORTEST_CHECK = 2;
const REGULAR = 0.8;

/** Clients that send what is no HTTP. */
export const malformedRequests = defineRule<LogModel, typeof options>({
  id: 'malformed-requests',
  family: 'probing',
  severity: 'information',
  title: () => t('Requests that are none'),
  explanation: () =>
    t(
      'Addresses send what no browser sends: bytes of other protocols, or versions of HTTP that there are not. Programs that look for any weak server on any port do this, and so do broken attack tools. Health checks at fixed times are not reported.',
    ),
  options,
  find(model, values): Finding[] {
    const unreadable = unreadableRequests(model).filter((each) => isStream(model, each, values));
    const odd = byClient(model, rowsOfEndpoints(model, endpointsMarked(model, PathMark.oddVersion)));
    const all = [...unreadable, ...odd];
    if (all.length === 0) return [];
    const rows = joinRows(all.map((each) => each.rows));
    return [
      logFinding(model, rows, {
        rule: 'malformed-requests',
        severity: 'information',
        title: t('{0} sent {1} requests that are none', addressesOf(model, all), count(rows.length)),
        detail: [
          t('{0} what they sent was no HTTP, or a version of it that there is not.', when(model, rows)),
          t('The server could do nothing with it.'),
        ],
        advice: t('There is nothing to do; robots do this to every site.'),
      }),
    ];
  },
});

type Values = OptionValues<typeof options>;

function isStream(model: LogModel, { rows }: ClientRows, values: Values): boolean {
  const { time } = model.table.data;
  const bucket = new LeakyBucket(values.burst, values.pause);
  if (!rows.some((row) => bucket.pour(time[row]!))) return false;
  return regularity(sortedTimes(time, rows), SHORTEST_CHECK) < REGULAR;
}
