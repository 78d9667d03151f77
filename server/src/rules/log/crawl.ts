import { busiest, HOUR, MINUTE, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { AgentMark } from './facts/agentWords';
import { clientCounts, servesAssets, visitorTest } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { agentMarks, endpointMarks, isBrowser, READING, STATIC } from './facts/marks';
import { NumberList } from './facts/numberList';
import { pathOfRow } from './facts/requests';
import { inTimeOrder, joinRows, type ClientRows } from './facts/selection';
import { addresses, listed, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(40, 0.5, 'CrowdSec http-crawl-non_statics: 40 different pages and 0.5 s.'),
  disguisedPages: {
    default: 300,
    minimum: 20,
    unit: 'pages/hour',
    description: () =>
      t(
        'Pages within the busiest hour that count where a client says it is a browser but loads no pictures and no style sheets.',
      ),
    source: 'Somebody who reads a page every 12 s for an hour; no reader leaves out all pictures.',
  },
  searchEnginePages: {
    default: 300,
    minimum: 20,
    unit: 'pages/minute',
    description: () => t('Pages within the busiest minute up to which robots that say who they are are let be.'),
    source: 'Five pages a second: search engines stay well below on small sites.',
  },
};

/** Programs that read the whole site page after page. */
export const crawl = defineRule<LogModel, typeof options>({
  id: 'crawl',
  family: 'volume',
  severity: 'information',
  yieldsTo: ['vulnerability-scan', 'agent-switching', 'cache-busting', 'flood-address', 'fake-crawler', 'tool-by-name'],
  title: () => t('Pages read at the pace of a robot'),
  explanation: () =>
    t(
      'A program reads page after page of the site, faster than people can, and mostly without the pictures. It copies the site or looks for something; it can slow the site down. Search engines at their usual pace, applications and offices behind one address are not reported.',
    ),
  options,
  find(model, values): Finding[] {
    return findingsOfCampaigns(model, crawlingClients(model, values), (campaign) => describe(model, campaign));
  },
});

type Values = OptionValues<typeof options>;

function crawlingClients(model: LogModel, values: Values): ClientRows[] {
  const { pages, refused } = clientCounts(model);
  const visitors = visitorTest(model);
  const crawling: ClientRows[] = [];
  for (let client = 0; client < pages.length; client++) {
    if (pages[client]! + refused[client]! <= values.burst || visitors[client] === 1) continue;
    const rows = pageRows(model, client);
    if (isCrawling(model, rows, values)) crawling.push({ client, rows });
  }
  return crawling.toSorted((a, b) => b.rows.length - a.rows.length);
}

/** What the client asked for that is no file of a page, in the order of time. */
function pageRows(model: LogModel, client: number): Uint32Array {
  const marks = endpointMarks(model);
  const { endpoint } = model.table.data;
  const rows = inTimeOrder(model, rowsOf(model.byClient, client));
  const pages = new NumberList();
  for (let at = 0; at < rows.length; at++) {
    const id = endpoint[rows[at]!]!;
    if (id < marks.length && (marks[id]! & (READING | STATIC)) === READING) pages.push(rows[at]!);
  }
  return pages.values;
}

function isCrawling(model: LogModel, rows: Uint32Array, values: Values): boolean {
  const times = sortedTimes(model.table.data.time, rows);
  const agent = agentOf(model, rows);
  if ((agent & AgentMark.robot) !== 0 && (agent & (AgentMark.harvester | AgentMark.attackTool)) === 0) {
    return busiest(times, MINUTE).count > values.searchEnginePages;
  }
  const bucket = new LeakyBucket(values.burst, values.pause);
  const { time } = model.table.data;
  if (rows.some((row) => bucket.pour(time[row]!, pathOfRow(model, row)))) return true;
  const isDisguised = isBrowser(agent) && servesAssets(model);
  return isDisguised && busiestHourOfPages(model, rows) > values.disguisedPages;
}

/** Different pages within the busiest hour, or a few less: each is counted when it is first seen. */
function busiestHourOfPages(model: LogModel, rows: Uint32Array): number {
  const seen = new Set<number>();
  const first = rows.filter((row) => {
    const path = pathOfRow(model, row)!;
    return !seen.has(path) && seen.add(path) !== undefined;
  });
  return busiest(sortedTimes(model.table.data.time, first), HOUR).count;
}

/** Marks of the agent of the first row; a client that switches agents is another rule's. */
function agentOf(model: LogModel, rows: Uint32Array): number {
  const agent = model.table.data.agent[rows[0]!] ?? NO_ENTRY;
  return agent === NO_ENTRY ? 0 : agentMarks(model)[agent]!;
}

function describe(model: LogModel, crawling: readonly ClientRows[]): Finding {
  const rows = joinRows(crawling.map((each) => each.rows));
  const clients = crawling.map(({ client }) => client);
  const { count: fastest } = busiest(sortedTimes(model.table.data.time, crawling[0]!.rows), MINUTE);
  const others = clients.reduce((sum, client) => sum + countOf(model.byClient, client), 0);
  return logFinding(model, rows, {
    rule: 'crawl',
    severity: 'information',
    title: t('{0} read {1} pages at the pace of a robot', addresses(model, clients), count(rows.length)),
    detail: [
      t(
        '{0} they read page after page, the busiest up to {1} a minute, and hardly any pictures ({2} requests in all).',
        when(model, rows),
        count(fastest),
        count(others),
      ),
      agentsOf(model, crawling),
      t('Programs that copy sites do this, and so do search engines, price comparisons and makers of language models.'),
    ],
    advice: t(
      'As long as the site stays fast there is nothing to do. If it gets slow, deny the busiest addresses or ask your host for a limit.',
    ),
  });
}

function agentsOf(model: LogModel, crawling: readonly ClientRows[]): string | undefined {
  const names = new Set(
    crawling.map(({ rows }) => model.table.text('agent', rows[0]!)).filter((agent) => agent !== undefined),
  );
  return names.size === 0 ? undefined : t('They call themselves: {0}.', listed([...names].map(shortened), 3));
}
