import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { busiest, MINUTE, sortedTimes } from '../../log/burst';
import { rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { AgentMark } from './facts/agentWords';
import { loadsPages } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { agentMarks, endpointMarks, READING, STATIC } from './facts/marks';
import { madeUpPaths, madeUpQueries } from './facts/madeUp';
import { flaggedRows } from './facts/flaggedRows';
import { byClient, distinct, joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(30, 1, 'CrowdSec http-dos-bypass-cache and http-dos-random-uri: 30 and 1 s.'),
  perHour: {
    default: 1000,
    minimum: 60,
    unit: 'requests/hour',
    description: () => t('Such requests of all addresses together within the busiest hour that count at any pace.'),
    source: 'One every 3.6 s: far more than links with numbers that people follow on a small site.',
  },
};

const HOUR = 60 * MINUTE;
/** Who opens a newsletter or follows a link with a number does so a few times. */
const MANY = 20;

/** Requests with made-up numbers or letters, another one each time, so that no cache can answer. */
export const cacheBusting = defineRule<LogModel, typeof options>({
  id: 'cache-busting',
  family: 'volume',
  severity: 'warning',
  title: () => t('Requests that get past the cache'),
  explanation: () =>
    t(
      'Programs ask for pages with a made-up number or word behind the question mark, or for made-up paths, another one each time. No cache can answer that, so the server works out each page anew: little effort for them, much load for the site.',
    ),
  options,
  find(model, values): Finding[] {
    const made = byClient(model, madeUpRows(model), MANY).filter((each) => isSuspicious(model, each));
    const all = joinRows(made.map(({ rows }) => rows));
    const worst = busiest(sortedTimes(model.table.data.time, all), HOUR);
    const takesPart = (each: ClientRows): boolean =>
      worst.count >= values.perHour && requestsWithin(model, each, worst.start) >= MANY;
    const busting = made.filter((each) => takesPart(each) || overflows(model, each, values));
    const whole = busting.map((each) => withPlainWords(model, each));
    return findingsOfCampaigns(model, whole, (campaign) => describe(model, campaign));
  },
});

type Values = OptionValues<typeof options>;

/** Made-up words need not look so: whatever the client sent along to the same places belongs to it. */
function withPlainWords(model: LogModel, { client, rows }: ClientRows): ClientRows {
  const { endpoint, query } = model.table.data;
  const places = distinct(endpoint, rows);
  const known = new Set(rows);
  const own = rowsOf(model.byClient, client).filter((row) => {
    return known.has(row) || (query[row] !== NO_ENTRY && places.has(endpoint[row]!));
  });
  return { client, rows: own };
}

/** Visitors load pages, and robots that say who they are read what they find. */
function isSuspicious(model: LogModel, { client, rows }: ClientRows): boolean {
  const agent = agentMarks(model)[model.table.data.agent[rows[0]!]!] ?? 0;
  return !loadsPages(model, client) && ((agent & AgentMark.robot) === 0 || (agent & AgentMark.attackTool) !== 0);
}

function madeUpRows(model: LogModel): Uint32Array {
  const { query, endpoint, endpoints } = model.table.data;
  const marks = endpointMarks(model);
  const queries = madeUpQueries(model);
  const paths = madeUpPaths(model);
  const isPage = (id: number): boolean => (marks[id]! & (READING | STATIC)) === READING;
  const asked = flaggedRows(query, queries).filter((row) => isPage(endpoint[row]!));
  const named = Array.from(endpoints.path.keys()).filter((id) => paths[endpoints.path[id]!] === 1 && isPage(id));
  const bare = rowsOfEndpoints(model, named).filter((row) => query[row] === NO_ENTRY);
  return joinRows([asked, bare]);
}

function requestsWithin(model: LogModel, { rows }: ClientRows, start: number): number {
  const { time } = model.table.data;
  return rows.filter((row) => time[row]! >= start && time[row]! < start + HOUR).length;
}

function overflows(model: LogModel, { rows }: ClientRows, values: Values): boolean {
  const bucket = new LeakyBucket(values.burst, values.pause);
  const { time, query, endpoint } = model.table.data;
  return rows.some((row) => bucket.pour(time[row]!, query[row] === NO_ENTRY ? -1 - endpoint[row]! : query[row]));
}

function describe(model: LogModel, busting: readonly ClientRows[]): Finding {
  const rows = joinRows(busting.map((each) => each.rows));
  const { count: fastest } = busiest(sortedTimes(model.table.data.time, rows), MINUTE);
  const queries = [...distinct(model.table.data.query, rows)];
  return logFinding(model, rows, {
    rule: 'cache-busting',
    severity: 'warning',
    title: t('{0} sent {1} requests that no cache can answer', addressesOf(model, busting), count(rows.length)),
    detail: [
      t('{0} each request was made up anew, up to {1} of them within one minute.', when(model, rows), count(fastest)),
      queries.length > 0
        ? t(
            'For example: {0}.',
            listed(
              queries.slice(0, 3).map((id) => model.table.texts.query.text(id)),
              3,
            ),
          )
        : undefined,
      t('The aim is to slow the site down.'),
    ],
    advice: t('Let your host or a CDN limit requests by address, and deny the busiest addresses.'),
  });
}
