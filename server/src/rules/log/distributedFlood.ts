import { busiest, regularity, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';
import { tally } from '../../log/tally';
import { count, percent } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { networkOfClient } from './facts/campaigns';
import { loadsPages, servesAssets } from './facts/clients';
import { endpointMarks, READING, STATIC } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { byClient, joinRows, type ClientRows } from './facts/selection';
import { timeSpan } from './facts/timeSpan';
import { logFinding, when } from './logFinding';

const options = {
  requests: {
    default: 300,
    minimum: 30,
    unit: 'requests',
    description: () => t('Fewest requests on the endpoint within its busiest ten minutes.'),
    source: 'One every two seconds, on one page of a small site.',
  },
  addresses: {
    default: 20,
    minimum: 3,
    unit: 'addresses',
    description: () => t('Fewest addresses that take part.'),
    source: 'Fewer are found one by one.',
  },
  requestsPerAddress: {
    default: 3,
    minimum: 1,
    unit: 'requests',
    description: () => t('Fewest requests per address on average; who follows a link comes once or twice.'),
    source: 'Servers that fetch a preview of a shared link ask once or twice.',
  },
  timesOrdinary: {
    default: 10,
    minimum: 2,
    unit: 'times',
    description: () => t('How many times more than in an ordinary stretch of ten minutes of the same log.'),
    source: 'An order of magnitude above the lower quartile of all stretches.',
  },
};

const TEN_MINUTES = 600;
/** A log shorter than this does not show what is ordinary. */
const LONG_ENOUGH = 6 * TEN_MINUTES;
/** Share of a client's requests on the one endpoint, of the stretch's requests from such clients, of what they have in common. */
const NOTHING_ELSE = 0.8;
const NEARLY_ALL = 0.8;
const IN_COMMON = 0.6;
/** Share of equal pauses, and seconds of the shortest, of who asks at fixed times. */
const REGULAR = 0.5;
const SHORTEST_POLL = 5;
/** Times the median client of the flood. */
const FAR_MORE = 10;

/** Many addresses that ask for one endpoint together, as people do not. */
export const distributedFlood = defineRule<LogModel, typeof options>({
  id: 'distributed-flood',
  family: 'volume',
  severity: 'warning',
  title: () => t('Flood from many addresses'),
  explanation: () =>
    t(
      'Many addresses ask for the same page within a few minutes, far more than usual, and load nothing else: a network of hijacked computers that is to bring the site down. Crowds of readers after a newsletter or a broadcast load pictures and go on to other pages; they are not reported.',
    ),
  options,
  find: (model, values) =>
    Array.from({ length: model.table.endpointCount }, (_, endpoint) => endpoint)
      .filter((endpoint) => countOf(model.byEndpoint, endpoint) >= values.requests && isForPeople(model, endpoint))
      .flatMap((endpoint) => judge(model, endpoint, values)),
});

type Values = OptionValues<typeof options>;

/** Files come with pages, programs on many machines ask for the same interface at the same time; forms have their own rules. */
function isForPeople(model: LogModel, endpoint: number): boolean {
  return (endpointMarks(model)[endpoint]! & (READING | STATIC | PathMark.machine)) === READING;
}

function judge(model: LogModel, endpoint: number, values: Values): Finding[] {
  const { time } = model.table.data;
  const rows = rowsOf(model.byEndpoint, endpoint);
  if (busiest(sortedTimes(time, rows), TEN_MINUTES).count < values.requests) return [];
  const [flooding, single] = withoutSingleFloods(byClient(model, rows).filter((each) => isBare(model, each)));
  const flood = joinRows(flooding.map((each) => each.rows));
  if (flooding.length < values.addresses || flood.length < flooding.length * values.requestsPerAddress) return [];
  const peak = busiest(sortedTimes(time, flood), TEN_MINUTES);
  if (peak.count < values.requests) return [];
  const others = new Set(single.map(({ client }) => client));
  const crowd = rows.filter((row) => !others.has(model.table.data.client[row]!));
  if (peak.count < ordinaryCount(model, crowd) * values.timesOrdinary) return [];
  const within = crowd.filter((row) => time[row]! >= peak.start && time[row]! < peak.start + TEN_MINUTES).length;
  if (peak.count < within * NEARLY_ALL) return [];
  const common = inCommon(model, flooding, flood);
  return servesAssets(model) || common !== undefined
    ? [describe(model, endpoint, flooding, flood, peak.count, common)]
    : [];
}

/**
 * Parts the clients that send far more than the others from them: monitors and floods of one address have rules of their own.
 */
function withoutSingleFloods(clients: readonly ClientRows[]): [flooding: ClientRows[], single: ClientRows[]] {
  const ascending = clients.toSorted((a, b) => a.rows.length - b.rows.length);
  const most = (ascending[ascending.length >> 1]?.rows.length ?? 0) * FAR_MORE;
  return [ascending.filter(({ rows }) => rows.length <= most), ascending.filter(({ rows }) => rows.length > most)];
}

/** Whether the client wants nothing but this endpoint, and is no monitor or the like that asks at fixed times. */
function isBare(model: LogModel, { client, rows }: ClientRows): boolean {
  if (loadsPages(model, client) || rows.length < countOf(model.byClient, client) * NOTHING_ELSE) return false;
  return regularity(sortedTimes(model.table.data.time, rows), SHORTEST_POLL) < REGULAR;
}

/** Requests in an ordinary stretch of ten minutes: the lower quartile; 0 for a log too short to tell. */
function ordinaryCount(model: LogModel, rows: Uint32Array): number {
  const [first, last] = timeSpan(model);
  if (last - first < LONG_ENOUGH) return 0;
  const counts = new Uint32Array(Math.ceil((last - first + 1) / TEN_MINUTES));
  for (const time of sortedTimes(model.table.data.time, rows)) counts[Math.floor((time - first) / TEN_MINUTES)]!++;
  return counts.toSorted()[counts.length >> 2]!;
}

/** What most of the clients have in common, as a sentence; `undefined` when nothing is seen. */
function inCommon(model: LogModel, flooding: readonly ClientRows[], flood: Uint32Array): string | undefined {
  const { agent, referrer } = model.table.data;
  const [[commonAgent, agentCount] = [NO_ENTRY, 0]] = tally(agent, flood);
  if (commonAgent !== NO_ENTRY && agentCount >= flood.length * IN_COMMON) {
    return t('{0} of the requests call themselves the same browser.', percent(agentCount / flood.length));
  }
  const networks = new Map<string, number>();
  for (const { client } of flooding) {
    const network = networkOfClient(model, client);
    networks.set(network, (networks.get(network) ?? 0) + 1);
  }
  const [[network, members] = ['', 0]] = [...networks].toSorted((a, b) => b[1] - a[1]);
  if (members >= flooding.length * IN_COMMON) {
    return t('{0} of the addresses are in the network {1}.', count(members), network);
  }
  const bare = flood.filter((row) => referrer[row] === NO_ENTRY).length;
  const hasReferrers = model.table.texts.referrer.size > 0;
  return hasReferrers && bare >= flood.length * NEARLY_ALL ? t('They come from no other page.') : undefined;
}

function describe(
  model: LogModel,
  endpoint: number,
  flooding: readonly ClientRows[],
  flood: Uint32Array,
  within: number,
  common: string | undefined,
): Finding {
  const { method, path: wholePath } = model.table.endpoint(endpoint);
  const path = shortened(wholePath);
  return logFinding(model, flood, {
    rule: 'distributed-flood',
    severity: 'warning',
    title: t('{0} addresses flooded {1} {2}: {3} requests', count(flooding.length), method, path, count(flood.length)),
    detail: [
      t(
        '{0} these addresses asked for this one page and for nearly nothing else, up to {1} requests within ten minutes, and loaded no pictures.',
        when(model, flood),
        count(within),
      ),
      common,
      t('Such floods come from hijacked computers; their owners know nothing of it.'),
    ],
    advice: t(
      'Tell your host at once if the site is slow or down: denying single addresses does not help against so many. A CDN with protection against floods, or a rule of your host for {0}, does.',
      path,
    ),
  });
}
