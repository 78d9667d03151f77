import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { bucketOptions } from './bucketOptions';
import { LeakyBucket } from './facts/leakyBucket';
import { MessageMark, rowsWithMessage } from './facts/messages';
import { rowsByStatus } from './facts/requests';
import { byClient, joinRows } from './facts/selection';
import { addressesOf, logFinding, when } from './logFinding';

const options = bucketOptions(5, 60, 'CrowdSec nginx-req-limit-exceeded: 5 and 60 s.');

const TOO_MANY_REQUESTS = 429;

/** Addresses that ran into the server's own limit. */
export const rateLimited = defineRule<LogModel, typeof options>({
  id: 'rate-limited',
  family: 'volume',
  severity: 'information',
  title: () => t('Stopped by the server’s own limit'),
  explanation: () =>
    t(
      'The server itself has a limit for requests of one address, and these addresses ran into it again and again: status 429, or messages about limited requests in the error log.',
    ),
  options,
  find(model, values): Finding[] {
    const { status, time } = model.table.data;
    const refused = rowsByStatus(model).refusals.filter((row) => status[row] === TOO_MANY_REQUESTS);
    const rows = joinRows([refused, rowsWithMessage(model, MessageMark.limited)]);
    const limited = byClient(model, rows).filter((each) => {
      const bucket = new LeakyBucket(values.burst, values.pause);
      return each.rows.some((row) => bucket.pour(time[row]!));
    });
    if (limited.length === 0) return [];
    const all = joinRows(limited.map((each) => each.rows));
    return [
      logFinding(model, all, {
        rule: 'rate-limited',
        severity: 'information',
        title: t('The server’s limit stopped {0}: {1} requests', addressesOf(model, limited), count(all.length)),
        detail: [t('{0} they came faster than the server allows, and it refused them.', when(model, all))],
        advice: t('The limit does its work. If visitors complain, ask your host to raise it a little.'),
      }),
    ];
  },
});
