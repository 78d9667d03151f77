import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { loadsPages } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { endpointsMarked, queryMarks, READING } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { flaggedRows, flagsOfMarks } from './facts/flaggedRows';
import { QueryMark } from './facts/queryWords';
import { byClient, distinct, joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { addresses, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(5, 10, 'CrowdSec http-wordpress_user-enum: 5 different queries and 10 s.'),
  names: {
    default: 5,
    minimum: 1,
    unit: 'requests',
    description: () => t('Different requests of this kind of one address that count at any pace.'),
    source: 'CrowdSec http-wordpress_user-enum; a reader follows a link to one or two authors.',
  },
};

/** Answers that hold names: a list, or the way to the page of an author, which has the name in its address. */
const TELLING = new Set([200, 301, 302, 303, 307, 308]);

/** Addresses that ask for the log-in names of the people who write on a WordPress site. */
export const userEnumeration = defineRule<LogModel, typeof options>({
  id: 'user-enumeration',
  family: 'probing',
  severity: 'information',
  title: () => t('Search for user names'),
  explanation: () =>
    t(
      'Addresses ask a WordPress site for the names of its users, by number (?author=1, ?author=2 …) or as a list (wp-json/wp/v2/users). With the names they need the passwords only. Administrators at work are not reported.',
    ),
  options,
  find(model, values): Finding[] {
    const asking = byClient(model, askingRows(model)).filter((each) => isSearching(model, each, values));
    return findingsOfCampaigns(model, asking, (campaign) => describe(model, campaign));
  },
});

type Values = OptionValues<typeof options>;

function askingRows(model: LogModel): Uint32Array {
  const isAsking = flagsOfMarks(queryMarks(model), QueryMark.author | QueryMark.users);
  const { query } = model.table.data;
  const listed = rowsOfEndpoints(model, endpointsMarked(model, PathMark.users | READING)).filter(
    (row) => query[row] === NO_ENTRY || isAsking[query[row]!] === 0,
  );
  return joinRows([flaggedRows(query, isAsking), listed]);
}

function isSearching(model: LogModel, { client, rows }: ClientRows, values: Values): boolean {
  if (loadsPages(model, client)) return false;
  const { time, query, endpoint } = model.table.data;
  const key = (row: number): number => (query[row] === NO_ENTRY ? -1 - endpoint[row]! : query[row]!);
  if (new Set(Array.from(rows, key)).size >= values.names) return true;
  const bucket = new LeakyBucket(values.burst, values.pause);
  return rows.some((row) => bucket.pour(time[row]!, key(row)));
}

function describe(model: LogModel, asking: readonly ClientRows[]): Finding {
  const rows = joinRows(asking.map((each) => each.rows));
  const told = rows.filter((row) => TELLING.has(model.table.data.status[row]!)).length;
  return logFinding(model, rows, {
    rule: 'user-enumeration',
    severity: 'information',
    title: t(
      '{0} asked for the names of users: {1} requests',
      addresses(model, [...distinct(model.table.data.client, rows)]),
      count(rows.length),
    ),
    detail: [
      t('{0} they asked for them, as robots do before they try passwords.', when(model, rows)),
      told > 0
        ? t('{0} of the requests were answered, so some log-in names are probably known now.', count(told))
        : t('None of them was answered.'),
    ],
    advice: t('Give every user a long password; then known names do no harm. A security plug-in can hide the names.'),
  });
}
