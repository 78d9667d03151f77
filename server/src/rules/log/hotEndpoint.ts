import type { LogModel } from '../../log/logModel';
import { countOf, rowsOf } from '../../log/rowGroups';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { clientsOfEndpoint, isWriting, writingTest, type ClientOnEndpoint } from './clientOnEndpoint';
import { isPolling, isReloading } from './conduct';
import { evidenceOf, localTimeOf, span, type Evidence } from './evidence';
import { countValues } from '../../log/tally';

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
    default: 20,
    minimum: 2,
    unit: 'requests',
    description: () => t('Fewest writing requests per address, on average; a visitor sends a form once or twice.'),
    source: 'Ten times what a visitor with a second thought sends.',
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
};

/** Fewest requests of one client on an endpoint for its conduct to be looked at: fewer are no polling that would matter. */
const CONDUCT_REQUESTS = 20;

/** An endpoint that takes an outsized share of the writing requests, or of all requests from few clients. */
export const hotEndpoint = defineRule<LogModel, typeof options>({
  id: 'hot-endpoint',
  severity: 'error',
  title: () => t('Hot endpoint'),
  explanation: () =>
    t(
      'One endpoint takes an outsized share of the POST requests of the log, or of all requests from a few addresses. It is probably the script that is being abused. A page that many people read is not reported.',
    ),
  options,
  find(model, values) {
    const writes = writingTest(model.table);
    const allWrites = countWrites(model, writes);
    const stands = (endpoint: number, rows: Uint32Array): boolean =>
      standsOut(model, rows, writes(endpoint), allWrites, values);
    return endpointNumbers(model)
      .filter((endpoint) => stands(endpoint, rowsOf(model.byEndpoint, endpoint)))
      .map((endpoint) => ({ endpoint, rows: tellingRows(model, endpoint) }))
      .filter(({ endpoint, rows }) => stands(endpoint, rows) && hasFewClients(model, rows, writes(endpoint), values))
      .toSorted((a, b) => b.rows.length - a.rows.length)
      .map(({ endpoint, rows }) => describe(model, endpoint, rows, allWrites));
  },
});

type Values = OptionValues<typeof options>;

function endpointNumbers(model: LogModel): number[] {
  return Array.from({ length: model.table.endpointCount }, (_, id) => id);
}

/** Rows of the endpoint without those of clients that ask at fixed times or watch a film, which say nothing about it. */
function tellingRows(model: LogModel, endpoint: number): Uint32Array {
  const pairs = clientsOfEndpoint(model, endpoint, CONDUCT_REQUESTS).filter((pair) => saysNothing(model, pair));
  const quiet = new Set(pairs.map((pair) => pair.client));
  return rowsOf(model.byEndpoint, endpoint).filter((row) => !quiet.has(model.table.data.client[row]!));
}

function saysNothing(model: LogModel, pair: ClientOnEndpoint): boolean {
  return isPolling(model, pair) || (!isWriting(model.table.endpoint(pair.endpoint).method) && isReloading(model, pair));
}

function countWrites(model: LogModel, writes: (endpoint: number) => boolean): number {
  return endpointNumbers(model)
    .filter(writes)
    .reduce((sum, id) => sum + countOf(model.byEndpoint, id), 0);
}

/** Whether so many requests are an outsized share of the log's. */
function standsOut(model: LogModel, rows: Uint32Array, writing: boolean, allWrites: number, values: Values): boolean {
  const share = rows.length / (writing ? allWrites : model.table.rows);
  return writing
    ? rows.length >= values.minimumWrites && share * 100 >= values.shareOfWrites
    : rows.length >= values.minimumReads && share * 100 >= values.shareOfReads;
}

function hasFewClients(model: LogModel, rows: Uint32Array, writing: boolean, values: Values): boolean {
  const clients = countValues(model.table.data.client, rows).length;
  return rows.length / clients >= (writing ? values.writesPerClient : values.readsPerClient);
}

function describe(model: LogModel, endpoint: number, rows: Uint32Array, allWrites: number): Finding {
  const { method, path } = model.table.endpoint(endpoint);
  const writing = isWriting(method);
  const evidence = evidenceOf(model, rows);
  const [first, last] = span(model, rows);
  return {
    rule: 'hot-endpoint',
    severity: writing ? 'error' : 'warning',
    title: title(evidence, rows.length / (writing ? allWrites : model.table.rows), writing),
    detail: t(
      'Between {0} and {1} so few addresses sent so much to this one place that it is probably what is being abused. The busiest: {2}.',
      localTimeOf(model, first),
      localTimeOf(model, last),
      evidence.clients
        .slice(0, 4)
        .map((client) => `${client.address} (${count(client.count)})`)
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
  const { method, path } = endpoints[0]!;
  const from = clients.length === 1 ? t('one address') : t('{0} addresses', count(clients.length));
  return writing
    ? t('{0} {1} took {2} of all writing requests: {3} from {4}', method, path, percent(share), count(requests), from)
    : t('{0} {1} took {2} of all requests: {3} from {4}', method, path, percent(share), count(requests), from);
}
