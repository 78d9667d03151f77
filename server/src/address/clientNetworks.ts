import type { NetworkRecord } from './addressData';
import type { AddressDataState } from './addressDataSource';
import type { AddressKind } from './addressKind';
import { parseAddress, type Address } from './parseAddress';
import { proxyOperator } from './proxyAddress';

/** What is known of the network of an address without asking anybody now. */
export interface KnownNetwork extends NetworkRecord {
  /** Name that the registry gave when it was asked; a third party's words. `undefined` where it was not asked. */
  readonly netname?: string;
}

/** Looks up what is known of the network of a public address; `undefined` where nothing is. */
export type KnownNetworkLookup = (address: Address) => KnownNetwork | undefined;

/** Where nothing is known of any network. */
export const nothingKnown: KnownNetworkLookup = () => undefined;

/** The bundled data as such a lookup; nothing is known where it can't be had. */
export function bundledNetworks({ data }: Partial<AddressDataState>): KnownNetworkLookup {
  return data === undefined ? nothingKnown : (address) => data.lookup(address);
}

/** A client with its requests. */
export interface CountedClient {
  /** As the log has it: an address or a host name. */
  readonly address: string;
  readonly count: number;
}

/** Clients that belong together: of one AS and country, of one special purpose, or of one proxy operator. */
export interface ClientNetwork<Client extends CountedClient = CountedClient> extends KnownNetwork {
  /** Equal for the clients of the same network, and for no others. */
  readonly key: string;
  /** Kind of the addresses; `undefined` for host names. */
  readonly kind?: AddressKind;
  /** Content delivery network whose servers these are: the real clients are elsewhere. */
  readonly proxy?: string;
  /** Busiest first. */
  readonly clients: readonly Client[];
  /** Requests of all of them. */
  readonly requests: number;
}

/** Groups clients by the networks they are of, the busiest network first. Host names make a group of their own. */
export function clientNetworks<Client extends CountedClient>(
  clients: readonly Client[],
  lookup: KnownNetworkLookup,
): ClientNetwork<Client>[] {
  const groups = new Map<string, { readonly networks: OneNetwork[]; readonly clients: Client[] }>();
  for (const client of clients) {
    const network = networkOfClient(client.address, lookup);
    const group = groups.get(network.key);
    if (group === undefined) groups.set(network.key, { networks: [network], clients: [client] });
    else {
      group.networks.push(network);
      group.clients.push(client);
    }
  }
  return [...groups.values()].map(joined).toSorted((a, b) => b.requests - a.requests);
}

type OneNetwork = Omit<ClientNetwork, 'clients' | 'requests'>;

function networkOfClient(text: string, lookup: KnownNetworkLookup): OneNetwork {
  const address = parseAddress(text);
  if (address === undefined) return { key: 'host' };
  const { kind } = address;
  if (kind !== 'public') return { key: kind, kind };
  const known = lookup(address);
  const proxy = proxyOperator(address);
  const key = proxy === undefined ? `${known?.asn ?? ''} ${known?.country ?? ''}` : `proxy ${proxy}`;
  return { ...known, key, kind, ...(proxy !== undefined && { proxy }) };
}

function joined<Client extends CountedClient>({
  networks,
  clients,
}: {
  readonly networks: readonly OneNetwork[];
  readonly clients: readonly Client[];
}): ClientNetwork<Client> {
  const [first, ...others] = networks;
  const { netname, ...network } = first!;
  const isNamedAlike = netname !== undefined && others.every((other) => other.netname === netname);
  return {
    ...network,
    ...(isNamedAlike && { netname }),
    clients: clients.toSorted((a, b) => b.count - a.count),
    requests: clients.reduce((sum, { count }) => sum + count, 0),
  };
}
