import { busiest, HOUR, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';
import { count, percent } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { clientsOfEndpoint, isWriting, writingTest } from './clientOnEndpoint';
import { isOrdinary } from './conduct';
import { answeredShare, evidenceOf, localTimeOf, severityOfRequests, span, type Evidence } from './evidence';
import { countValues } from '../../log/tally';
import { NumberList } from './facts/numberList';
import { requestCount, requestsOf } from './facts/requestRows';

const options = {
  minimumWrites: {
    default: 200,
    minimum: 10,
    unit: 'requests',
    description: () => t('Fewest POST (or other writing) requests that make an endpoint hot.'),
    source: 'Twice the fewest requests of one flooding address.',
  },
  shareOfWrites: {
    default: 30,
    minimum: 1,
    unit: 'percent',
    description: () => t('Least share of all writing requests of the log that makes an endpoint hot.'),
    source: 'In a real form flood the one script took over 90 % of all POSTs of the day.',
  },
  writesPerClient: {
    default: 5,
    minimum: 2,
    unit: 'requests',
    description: () => t('Fewest writing requests per address, on average; a visitor sends a form once or twice.'),
    source: 'A form with a page to confirm takes two, a visitor with a second thought four.',
  },
  writesPerHour: {
    default: 90,
    minimum: 1,
    unit: 'requests/hour',
    description: () => t('Fewest writing requests on the endpoint within its busiest hour.'),
    source: 'Half as many again as a program on the server that calls itself once a minute, as WordPress does.',
  },
  minimumReads: {
    default: 1000,
    minimum: 50,
    unit: 'requests',
    description: () => t('Fewest reading requests that make an endpoint hot.'),
    source: 'Twice the fewest requests of one flooding address.',
  },
  shareOfReads: {
    default: 30,
    minimum: 1,
    unit: 'percent',
    description: () => t('Least share of all requests of the log that makes an endpoint with few clients hot.'),
    source: 'A page brings several files, so even the home page takes less of an ordinary log.',
  },
  readsPerClient: {
    default: 100,
    minimum: 2,
    unit: 'requests',
    description: () => t('Fewest reading requests per address, on average; many readers make a page busy, not hot.'),
    source: 'A feed reader asking every quarter of an hour of a day (96).',
  },
  readsPerHour: {
    default: 600,
    minimum: 1,
    unit: 'requests/hour',
    description: () => t('Fewest reading requests on the endpoint within its busiest hour.'),
    source: 'Ten minutes at the rate of one flooding address.',
  },
};

/** An endpoint that takes an outsized share of the writing requests, or of all requests from few clients. */
export const hotEndpoint = defineRule<LogModel, typeof options>({
  id: 'hot-endpoint',
  family: 'volume',
  severity: 'error',
  yieldsTo: [
    'brute-force',
    'password-spraying',
    'comment-spam',
    'registration-spam',
    'web-shell-use',
    'cache-busting',
    'distributed-flood',
  ],
  title: () => t('Hot endpoint'),
  explanation: () =>
    t(
      'One endpoint takes an outsized share of the POST requests of the log, or of all requests from a few addresses. It is probably the script that is being abused. A page that many people read is not reported.',
    ),
  options,
  find(all, values) {
    const model = requestsOf(all);
    const writes = writingTest(model.table);
    const allWrites = countWrites(model, writes);
    const stands = (endpoint: number, rows: Uint32Array): boolean =>
      standsOut(model, rows, writes(endpoint), allWrites, values);
    return endpointNumbers(model)
      .filter((endpoint) => stands(endpoint, rowsOf(model.byEndpoint, endpoint)))
      .map((endpoint) => ({ endpoint, rows: tellingRows(model, endpoint) }))
      .filter(({ endpoint, rows }) => stands(endpoint, rows) && isIntense(model, rows, writes(endpoint), values))
      .toSorted((a, b) => b.rows.length - a.rows.length)
      .map(({ endpoint, rows }) => describe(model, endpoint, rows, allWrites));
  },
});

type Values = OptionValues<typeof options>;

function endpointNumbers(model: LogModel): number[] {
  return Array.from({ length: model.table.endpointCount }, (_, id) => id);
}

/** Rows of the endpoint without those of ordinary clients, which say nothing about it. */
function tellingRows(model: LogModel, endpoint: number): Uint32Array {
  const pairs = clientsOfEndpoint(model, endpoint, 1).filter((pair) => isOrdinary(model, pair));
  if (pairs.length === 0) return rowsOf(model.byEndpoint, endpoint);
  const isQuiet = new Uint8Array(model.table.texts.client.size);
  for (const pair of pairs) isQuiet[pair.client] = 1;
  const { client } = model.table.data;
  const telling = new NumberList();
  const rows = rowsOf(model.byEndpoint, endpoint);
  for (let at = 0; at < rows.length; at++) {
    if (isQuiet[client[rows[at]!]!] !== 1) telling.push(rows[at]!);
  }
  return telling.values;
}

function countWrites(model: LogModel, writes: (endpoint: number) => boolean): number {
  return endpointNumbers(model)
    .filter(writes)
    .reduce((sum, id) => sum + countOf(model.byEndpoint, id), 0);
}

/** Whether so many requests are an outsized share of the log's. */
function standsOut(model: LogModel, rows: Uint32Array, writing: boolean, allWrites: number, values: Values): boolean {
  const share = rows.length / (writing ? allWrites : requestCount(model));
  return writing
    ? rows.length >= values.minimumWrites && share * 100 >= values.shareOfWrites
    : rows.length >= values.minimumReads && share * 100 >= values.shareOfReads;
}

/** Whether so many came from so few clients, and within so short a time, that it is no ordinary use. */
function isIntense(model: LogModel, rows: Uint32Array, writing: boolean, values: Values): boolean {
  // Requests whose clients are unknown may have come from as many.
  const clients = countValues(model.table.data.client, rows).reduce(
    (sum, [client, requests]) => sum + (client === NO_ENTRY ? requests : 1),
    0,
  );
  if (rows.length / clients < (writing ? values.writesPerClient : values.readsPerClient)) return false;
  const { count: busiestHour } = busiest(sortedTimes(model.table.data.time, rows), HOUR);
  return busiestHour >= (writing ? values.writesPerHour : values.readsPerHour);
}

function describe(model: LogModel, endpoint: number, rows: Uint32Array, allWrites: number): Finding {
  const { method, path: wholePath } = model.table.endpoint(endpoint);
  const path = shortened(wholePath);
  const writing = isWriting(method);
  const evidence = evidenceOf(model, rows);
  const [first, last] = span(model, rows);
  return {
    rule: 'hot-endpoint',
    severity: severityOfRequests(writing, answeredShare(model, rows)),
    title: title(evidence, rows.length / (writing ? allWrites : requestCount(model)), writing),
    detail: t(
      'Between {0} and {1} so few addresses sent so much to this one place that it is probably what is being abused. The busiest: {2}.',
      localTimeOf(model, first),
      localTimeOf(model, last),
      evidence.clients
        .slice(0, 4)
        .map((client) => `${shortened(client.address)} (${count(client.count)})`)
        .join(', '),
    ),
    advice: writing
      ? t(
          'Ask your host whether {0} sent the mails or caused the load. Open it in the copy of your site: if nothing on your pages leads to it, delete it on the server.',
          path,
        )
      : t('Ask your host whether {0} caused the load, and look at what the script or file is for.', path),
    ...evidence,
  };
}

function title({ clients, endpoints, count: requests }: Evidence, share: number, writing: boolean): string {
  const { method, path: wholePath } = endpoints[0]!;
  const path = shortened(wholePath);
  const from = clients.length === 1 ? t('one address') : t('{0} addresses', count(clients.length));
  return writing
    ? t('{0} {1} took {2} of all writing requests: {3} from {4}', method, path, percent(share), count(requests), from)
    : t('{0} {1} took {2} of all requests: {3} from {4}', method, path, percent(share), count(requests), from);
}
