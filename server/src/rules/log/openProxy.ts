import type { LogModel } from '../../log/logModel';
import { NO_SIZE } from '../../log/logTable';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { findingsOfCampaigns } from './campaignFindings';
import { isAnswerToAnything } from './facts/answers';
import { hostOf, isOwnHost } from './facts/hosts';
import { endpointsMarked } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { byClient, distinct, joinRows, rowsOfEndpoints } from './facts/selection';
import { addresses, listed, logFinding, when } from './logFinding';

const options = {
  hosts: {
    default: 3,
    minimum: 1,
    unit: 'hosts',
    description: () =>
      t('Fewest other hosts whose pages the server seems to have handed on before it counts as a proxy.'),
    source: 'Servers that are none answer one or two such tests of scanners with their own start page.',
  },
};

const OK = 200;

/** Requests for pages of other servers, as only a proxy gets them. */
export const openProxy = defineRule<LogModel, typeof options>({
  id: 'open-proxy',
  family: 'compromise',
  severity: 'information',
  title: () => t('Use as a proxy'),
  explanation: () =>
    t(
      'Addresses ask this server for pages of other servers (a whole URL, or CONNECT). Scanners try that everywhere; refused, it is harmless. When the server hands on what was asked for, criminals hide behind it. Many servers answer with their own start page, which is harmless as well.',
    ),
  options,
  find(model, values): Finding[] {
    const rows = foreignRows(model);
    if (rows.length === 0) return [];
    const handedOn = rows.filter((row) => isHandedOn(model, row));
    const isOpen = hostsOf(model, handedOn).length >= values.hosts;
    const successes = new Set(isOpen ? handedOn : []);
    const others = byClient(
      model,
      rows.filter((row) => !successes.has(row)),
    );
    return [
      ...(isOpen ? [describeProxy(model, handedOn)] : []),
      ...findingsOfCampaigns(model, others, (campaign) =>
        describeAttempts(model, joinRows(campaign.map((each) => each.rows))),
      ),
    ];
  },
});

/** Requests that name another server: none of the names of the log's own site. */
function foreignRows(model: LogModel): Uint32Array {
  const connect = model.table.texts.method.find('CONNECT');
  const { method } = model.table.data.endpoints;
  const tunnels: number[] = [];
  if (connect !== undefined) method.forEach((id, endpoint) => id === connect && tunnels.push(endpoint));
  const urls = endpointsMarked(model, PathMark.url).filter((endpoint) => {
    const host = hostOfEndpoint(model, endpoint);
    return host !== undefined && !isOwnHost(model, host) && method[endpoint] !== connect;
  });
  return joinRows([rowsOfEndpoints(model, tunnels), rowsOfEndpoints(model, urls)]);
}

function hostOfEndpoint(model: LogModel, endpoint: number): string | undefined {
  const { path } = model.table.endpoint(endpoint);
  return hostOf(path) ?? hostOf(`tunnel://${path}`);
}

function hostsOf(model: LogModel, rows: Uint32Array): string[] {
  const endpoints = [...distinct(model.table.data.endpoint, rows)];
  return [
    ...new Set(endpoints.map((endpoint) => hostOfEndpoint(model, endpoint)).filter((host) => host !== undefined)),
  ];
}

/** Whether the answer may be what was asked for: a success that is not the page which this server answers everything with. */
function isHandedOn(model: LogModel, row: number): boolean {
  if (model.table.data.status[row] !== OK) return false;
  const size = model.table.data.size[row]!;
  return size !== NO_SIZE && !isAnswerToAnything(model, size);
}

function describeAttempts(model: LogModel, rows: Uint32Array): Finding {
  return logFinding(model, rows, {
    rule: 'open-proxy',
    severity: 'information',
    title: t('{0} tried to reach other servers through this one: {1} requests', who(model, rows), count(rows.length)),
    detail: [
      t('{0} they asked for {1}.', when(model, rows), listed(hostsOf(model, rows))),
      t('The server refused, or answered with its own page, so nothing came of it.'),
    ],
    advice: t('There is nothing to do.'),
  });
}

function describeProxy(model: LogModel, rows: Uint32Array): Finding {
  return logFinding(model, rows, {
    rule: 'open-proxy',
    severity: 'error',
    title: t('{0} probably reached other servers through this one: {1} requests', who(model, rows), count(rows.length)),
    detail: [
      t('{0} they asked for {1}.', when(model, rows), listed(hostsOf(model, rows))),
      t('The server answered with success and with other sizes each time, as a proxy does that hands pages on.'),
    ],
    advice: t(
      'Tell your host: on a rented server only the host can close a proxy. If you run the server yourself, switch ProxyRequests off.',
    ),
  });
}

function who(model: LogModel, rows: Uint32Array): string {
  return addresses(model, [...distinct(model.table.data.client, rows)]);
}
