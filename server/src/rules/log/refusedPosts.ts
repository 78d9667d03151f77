import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { bucketOptions } from './bucketOptions';
import { loadsPages } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { endpointMarks, endpointsMarked, WRITING } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { byClient, distinct, joinRows, rowsOfEndpoints } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = bucketOptions(5, 10, 'CrowdSec http-generic-403-bf: 5 and 10 s.');

const FORBIDDEN = 403;

/** Addresses that keep sending what the server refuses. */
export const refusedPosts = defineRule<LogModel, typeof options>({
  id: 'refused-posts',
  family: 'forms',
  severity: 'information',
  yieldsTo: ['flood-address', 'hot-endpoint', 'comment-spam', 'registration-spam'],
  title: () => t('Forms that the server refused'),
  explanation: () =>
    t(
      'Addresses keep sending forms or commands that the server refuses (status 403), as a firewall or a security plug-in does. Somebody tries to get in or to send something, and does not succeed. Visitors whose browser loads pages are not reported.',
    ),
  options,
  find(model, values): Finding[] {
    const { status, time } = model.table.data;
    const marks = endpointMarks(model);
    const endpoints = endpointsMarked(model, WRITING).filter((endpoint) => (marks[endpoint]! & PathMark.logIn) === 0);
    const refused = rowsOfEndpoints(model, endpoints).filter((row) => status[row] === FORBIDDEN);
    const stubborn = byClient(model, refused).filter(({ client, rows }) => {
      if (loadsPages(model, client)) return false;
      const bucket = new LeakyBucket(values.burst, values.pause);
      return rows.some((row) => bucket.pour(time[row]!));
    });
    if (stubborn.length === 0) return [];
    const rows = joinRows(stubborn.map((each) => each.rows));
    const paths = [...distinct(model.table.data.endpoint, rows)].map((id) => model.table.endpoint(id).path);
    return [
      logFinding(model, rows, {
        rule: 'refused-posts',
        severity: 'information',
        title: t('The server refused {0} forms from {1}', count(rows.length), addressesOf(model, stubborn)),
        detail: [
          t('{0} they were sent to {1}.', when(model, rows), listed(paths, 3)),
          t('Each one was answered with “forbidden”, so nothing came of it.'),
        ],
        advice: t('There is nothing to do: the protection works.'),
      }),
    ];
  },
});
