import { addressDataAttribution } from '../../address/attribution';
import type { AddressDataState } from '../../address/addressDataSource';
import { clientNetworks, type ClientNetwork, type KnownNetworkLookup } from '../../address/clientNetworks';
import { countryName } from '../../address/countryName';
import { networkName, proxyNote } from '../../address/networkWords';
import { NO_TIME } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';
import type { OpenLog } from '../../logDocument';
import { currentLocale } from '../../numbers';
import {
  MOST_CLIENTS,
  type ClientInLog,
  type ClientOfLogs,
  type ClientsOfLogs,
  type NetworkOfClients,
} from '../../protocol';
import { localTimeOf, span } from '../../rules/log/evidence';
import { busiestClients } from './busiestClients';
import { findingsOfClients } from './findingsOfClients';

/** What is known of networks without asking anybody. */
export interface ClientTools {
  readonly network: AddressDataState;
  readonly lookup: KnownNetworkLookup;
}

/** Where nothing is open. */
export const NO_CLIENTS: ClientsOfLogs = { logs: 0, requests: 0, leftOut: 0, networks: [], findings: [] };

/** A client before it is told to whom it belongs. */
interface CountedClientOfLogs extends Omit<ClientOfLogs, 'requests'> {
  readonly count: number;
}

/** Who is in some logs, by the networks that they are of. */
export function clientsOfLogs(
  logs: readonly OpenLog[],
  { network, lookup }: ClientTools,
  most = MOST_CLIENTS,
): ClientsOfLogs {
  const { clients, requests, leftOut } = busiestClients(logs, most);
  const { findings, of } = findingsOfClients(logs, (address) => clients.has(address));
  const counted = [...clients].map(([address, numbers]): CountedClientOfLogs => {
    const inLogs = [...numbers].map(([log, id]) => inLog(log, id)).toSorted((a, b) => b.requests - a.requests);
    return { address, count: inLogs.reduce((sum, each) => sum + each.requests, 0), logs: inLogs, ...of(address) };
  });
  return {
    logs: logs.length,
    requests,
    leftOut,
    networks: clientNetworks(counted, lookup).map(described),
    findings,
    ...(network.data === undefined
      ? { problem: network.problem }
      : { attribution: addressDataAttribution(network.data.date) }),
  };
}

function inLog(log: OpenLog, id: number): ClientInLog {
  const { model, uri, name } = log;
  const [first, last] = span(model, rowsOf(model.byClient, id));
  const hasTime = model.table.data.time[first] !== NO_TIME;
  return {
    uri,
    name,
    requests: countOf(model.byClient, id),
    ...(hasTime && { first: localTimeOf(model, first), last: localTimeOf(model, last) }),
  };
}

function described(network: ClientNetwork<CountedClientOfLogs>): NetworkOfClients {
  const { key, country, asn, organisation, proxy, requests, clients } = network;
  return {
    key,
    name: networkName(network),
    kind: kindOf(network),
    ...(country !== undefined && { country, countryName: countryName(country, currentLocale()) }),
    ...(asn !== undefined && { asn }),
    ...(organisation !== undefined && { organisation }),
    ...(proxy !== undefined && { note: proxyNote(proxy) }),
    requests,
    clients: clients.map(({ count, ...client }) => ({ ...client, requests: count })),
  };
}

function kindOf({ kind, proxy }: ClientNetwork): NetworkOfClients['kind'] {
  if (kind === undefined) return 'host';
  if (kind !== 'public') return 'special';
  return proxy === undefined ? 'public' : 'proxy';
}
