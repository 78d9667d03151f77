import { addressDataAttribution } from '../../address/attribution';
import { clientNetworks, type ClientNetwork } from '../../address/clientNetworks';
import { countryName } from '../../address/countryName';
import { parseAddress } from '../../address/parseAddress';
import type { RegistryNetwork } from '../../address/registry/registryNetwork';
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
import type { KnownNetworks } from '../knownNetworks';
import type { RegistryKnowledge } from '../registries/registryRequests';
import { busiestClients } from './busiestClients';
import { findingsOfClients } from './findingsOfClients';

/** Where nothing is open. */
export const NO_CLIENTS: ClientsOfLogs = { logs: 0, requests: 0, leftOut: 0, networks: [], findings: [] };

/** A client before it is told to whom it belongs. */
interface CountedClientOfLogs extends Omit<ClientOfLogs, 'requests'> {
  readonly count: number;
}

/** Who is in some logs, by the networks that they are of. */
export function clientsOfLogs(
  logs: readonly OpenLog[],
  { bundled, registries, lookup }: KnownNetworks,
  most = MOST_CLIENTS,
): ClientsOfLogs {
  const { clients, requests, leftOut } = busiestClients(logs, most);
  const { findings, of } = findingsOfClients(logs, (address) => clients.has(address));
  const counted = [...clients].map(([address, numbers]): CountedClientOfLogs => {
    const registry = registryOf(address, registries);
    const inLogs = [...numbers].map(([log, id]) => inLog(log, id)).toSorted((a, b) => b.requests - a.requests);
    return {
      address,
      count: inLogs.reduce((sum, each) => sum + each.requests, 0),
      logs: inLogs,
      ...of(address),
      registry,
    };
  });
  return {
    logs: logs.length,
    requests,
    leftOut,
    networks: clientNetworks(counted, lookup).map(described).toSorted(visitorsFirst),
    findings,
    ...(bundled.data === undefined
      ? { problem: bundled.problem }
      : { attribution: addressDataAttribution(bundled.data.date) }),
  };
}

function registryOf(text: string, { known }: RegistryKnowledge): RegistryNetwork | undefined {
  const address = parseAddress(text);
  return address?.kind === 'public' ? known(address) : undefined;
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

/** Addresses that no visitor has are the server's own matters, or examples. Otherwise the order stays. */
function visitorsFirst(one: NetworkOfClients, other: NetworkOfClients): number {
  return Number(one.kind === 'special') - Number(other.kind === 'special');
}

function kindOf({ kind, proxy }: ClientNetwork): NetworkOfClients['kind'] {
  if (kind === undefined) return 'host';
  if (kind !== 'public') return 'special';
  return proxy === undefined ? 'public' : 'proxy';
}
