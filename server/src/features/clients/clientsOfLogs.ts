import { addressDataAttribution } from '../../address/attribution';
import { clientNetworks, type ClientNetwork } from '../../address/clientNetworks';
import { countryName } from '../../address/countryName';
import { parseAddress } from '../../address/parseAddress';
import type { RegistryNetwork } from '../../address/registry/registryNetwork';
import { networkName, proxyNote } from '../../address/networkWords';
import { NO_TIME } from '../../log/logTable';
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
import { rowsByFile, type ClientLog } from './clientLog';
import { findingsOfClients } from './findingsOfClients';

/** Where nothing is open. */
export const NO_CLIENTS: ClientsOfLogs = { logs: 0, requests: 0, leftOut: 0, networks: [], findings: [] };

/** A client before it is told to whom it belongs. */
interface CountedClientOfLogs extends Omit<ClientOfLogs, 'requests'> {
  readonly count: number;
}

/** Who is in some logs, by the networks that they are of. */
export function clientsOfLogs(
  logs: readonly ClientLog[],
  { bundled, registries, lookup }: KnownNetworks,
  most = MOST_CLIENTS,
): ClientsOfLogs {
  const { clients, requests, leftOut } = busiestClients(logs, most);
  const { findings, of } = findingsOfClients(logs, (address) => clients.has(address));
  const counted = [...clients].map(([address, numbers]): CountedClientOfLogs => {
    const registry = registryOf(address, registries);
    const inLogs = [...numbers].flatMap(([log, id]) => filesOf(log, id)).toSorted((a, b) => b.requests - a.requests);
    return {
      address,
      count: inLogs.reduce((sum, each) => sum + each.requests, 0),
      logs: inLogs,
      ...of(address),
      registry,
    };
  });
  return {
    logs: logs.reduce((sum, { files }) => sum + files.length, 0),
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

/** The logs in which a client is. */
function filesOf(log: ClientLog, id: number): ClientInLog[] {
  return rowsByFile(log, id).map(({ file, rows }) => {
    const [first, last] = span(log, rows);
    const hasTime = log.table.data.time[first] !== NO_TIME;
    return {
      ...log.files[file]!,
      requests: rows.length,
      ...(hasTime && { first: localTimeOf(log, first), last: localTimeOf(log, last) }),
    };
  });
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
