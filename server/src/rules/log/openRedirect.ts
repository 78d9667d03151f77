import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { hostOf, isOwnHost, knowsOwnHosts, referrerHost } from './facts/hosts';
import { queryMarks } from './facts/marks';
import { QueryMark } from './facts/queryWords';
import { rowsByStatus } from './facts/requests';
import { groupBy } from './facts/selection';
import { listed, logFinding, when } from './logFinding';

const options = {
  hosts: {
    default: 3,
    minimum: 1,
    unit: 'hosts',
    description: () => t('Fewest different hosts that one program led visitors on to.'),
    source: 'A site links to a few partners; who abuses a redirect tries one address after the other.',
  },
  requests: {
    default: 10,
    minimum: 1,
    unit: 'requests',
    description: () => t('Fewest such requests that come from no page of the site.'),
    source: 'Scanners try one or two; mails with such links bring dozens.',
  },
};

/** Programs that lead visitors on to whatever address stands in the link. */
export const openRedirect = defineRule<LogModel, typeof options>({
  id: 'open-redirect',
  family: 'compromise',
  severity: 'warning',
  title: () => t('Redirect to any site'),
  explanation: () =>
    t(
      'A program of the site leads visitors on to an address that stands in the link, and links with foreign addresses come from outside. In mails such links look as if they led to your site, and lead to fraud. Links of your own pages are not reported.',
    ),
  options,
  find(model, values): Finding[] {
    if (rowsByStatus(model).redirects.length < values.requests || redirectsAnything(model)) return [];
    if (!knowsOwnHosts(model)) return [];
    const groups = groupBy(model.table.data.endpoint, foreignRedirects(model), () => values.requests);
    return groups.flatMap(([, rows]) => {
      const hosts = [...new Set(Array.from(rows, (row) => targetHost(model, row)!))];
      return hosts.length < values.hosts ? [] : [describe(model, rows, hosts)];
    });
  },
});

/** Whether the log is of a server that leads everybody on, to its other name or to https: that tells nothing. */
function redirectsAnything(model: LogModel): boolean {
  return rowsByStatus(model).redirects.length > model.table.rows / 2;
}

/** Requests with a foreign address in the query that were led on and came from no page of the site. */
function foreignRedirects(model: LogModel): Uint32Array {
  const { query, referrer } = model.table.data;
  const marks = queryMarks(model);
  return rowsByStatus(model).redirects.filter((row) => {
    if (query[row] === NO_ENTRY || (marks[query[row]!]! & QueryMark.url) === 0) return false;
    const host = targetHost(model, row);
    const from = referrerHost(model)(referrer[row]!);
    return host !== undefined && !isOwnHost(model, host) && (from === undefined || !isOwnHost(model, from));
  });
}

/** Host of the first address in the query. */
function targetHost(model: LogModel, row: number): string | undefined {
  const query = model.table.texts.query.text(model.table.data.query[row]!);
  const target = /=((?:https?(?::|%3a))?(?:\/|%2f){2}[^&]*)/i.exec(query)?.[1];
  const plain = target?.replaceAll(/%3a/gi, ':').replaceAll(/%2f/gi, '/');
  return plain === undefined ? undefined : hostOf(plain.startsWith('//') ? `http:${plain}` : plain);
}

function describe(model: LogModel, rows: Uint32Array, hosts: readonly string[]): Finding {
  const { path: wholePath } = model.table.endpoint(model.table.data.endpoint[rows[0]!]!);
  const path = shortened(wholePath);
  return logFinding(model, rows, {
    rule: 'open-redirect',
    severity: 'warning',
    title: t('{0} leads visitors on to foreign sites: {1} requests', path, count(rows.length)),
    detail: [
      t(
        '{0} links from outside were led on to {1} hosts, for example {2}.',
        when(model, rows),
        count(hosts.length),
        listed(hosts, 3),
      ),
      t('If you do not know these sites, somebody uses your good name for fraud.'),
    ],
    advice: t(
      'Let {0} lead on to pages of your own only, or to a list of partners. If you do not need it, delete it.',
      path,
    ),
  });
}
