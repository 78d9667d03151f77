import type { LogModel } from '../../log/logModel';
import { countOf, rowsOf } from '../../log/rowGroups';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { clientsOnEndpoints, isWriting, writingTest, type ClientOnEndpoint } from './clientOnEndpoint';
import { isPolling, isReloading } from './conduct';
import { evidenceOf, localTimeOf, span, tally } from './evidence';

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
    const polling = pollingRows(model);
    const writes = countWrites(model);
    return candidates(model, values)
      .map((endpoint) => ({ endpoint, rows: rowsOf(model.byEndpoint, endpoint).filter((row) => !polling.has(row)) }))
      .filter(({ endpoint, rows }) => isHot(model, endpoint, rows, writes, values))
      .toSorted((a, b) => b.rows.length - a.rows.length)
      .map(({ endpoint, rows }) => describe(model, endpoint, rows, writes));
  },
});

function candidates(model: LogModel, values: OptionValues<typeof options>): number[] {
  const least = Math.min(values.minimumWrites, values.minimumReads);
  return Array.from({ length: model.table.endpointCount }, (_, id) => id).filter(
    (id) => countOf(model.byEndpoint, id) >= least,
  );
}

/** Rows of clients that ask at fixed times or watch a film: they say nothing about the endpoint. */
function pollingRows(model: LogModel): Set<number> {
  const pairs = clientsOnEndpoints(model, CONDUCT_REQUESTS).filter((pair) => saysNothing(model, pair));
  return new Set(pairs.flatMap((pair) => [...pair.rows]));
}

function saysNothing(model: LogModel, pair: ClientOnEndpoint): boolean {
  return isPolling(model, pair) || (!isWriting(model.table.endpoint(pair.endpoint).method) && isReloading(model, pair));
}

function countWrites(model: LogModel): number {
  const writes = writingTest(model.table);
  let sum = 0;
  for (let id = 0; id < model.table.endpointCount; id++) {
    if (writes(id)) sum += countOf(model.byEndpoint, id);
  }
  return sum;
}

function isHot(
  model: LogModel,
  endpoint: number,
  rows: Uint32Array,
  writes: number,
  values: OptionValues<typeof options>,
): boolean {
  const writing = isWriting(model.table.endpoint(endpoint).method);
  const least = writing ? values.minimumWrites : values.minimumReads;
  const share = rows.length / (writing ? writes : model.table.rows);
  if (rows.length < least || share * 100 < (writing ? values.shareOfWrites : values.shareOfReads)) return false;
  const clients = tally(model.table.data.client, rows).length;
  return rows.length / clients >= (writing ? values.writesPerClient : values.readsPerClient);
}

function describe(model: LogModel, endpoint: number, rows: Uint32Array, writes: number): Finding {
  const { method, path } = model.table.endpoint(endpoint);
  const writing = isWriting(method);
  const evidence = evidenceOf(model, rows);
  const [first, last] = span(model, rows);
  const clients = count(evidence.clients.length);
  const title = writing
    ? t(
        '{0} {1} took {2} of all writing requests: {3} from {4} addresses',
        method,
        path,
        percent(rows.length / writes),
        count(rows.length),
        clients,
      )
    : t(
        '{0} {1} took {2} of all requests: {3} from {4} addresses',
        method,
        path,
        percent(rows.length / model.table.rows),
        count(rows.length),
        clients,
      );
  return {
    rule: 'hot-endpoint',
    severity: writing ? 'error' : 'warning',
    title,
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
