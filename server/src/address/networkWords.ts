import { count } from '../numbers';
import { t } from '../words';
import { addressKindName } from './addressKind';
import { clientNetworks, type ClientNetwork, type CountedClient, type KnownNetworkLookup } from './clientNetworks';

/** Busiest clients of a finding that are looked up: a finding may have hundreds of thousands. */
const MOST_CLIENTS = 200;

/** Share of the clients from which on a network is theirs rather than one of many. */
const MOST = 0.5;

/** Longest name of an organisation or a network in a sentence, in UTF-16 units. */
const LONGEST_NAME = 60;

/** A network in few words: `SIMCENTRIC-HK182016059, HK`, `AS45753 Netsec Limited, HK`, `private address of a local network`. */
export function networkName({
  kind,
  proxy,
  netname,
  asn,
  organisation,
  country,
}: Omit<ClientNetwork, 'clients'>): string {
  if (kind === undefined) return t('host names');
  if (kind !== 'public') return addressKindName(kind);
  if (proxy !== undefined) return proxy;
  const number = asn === undefined ? undefined : `AS${asn}`;
  const name = netname ?? [number, cut(organisation)].filter((part) => part !== undefined).join(' ');
  const parts = [cut(name), country].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? t('unknown network') : parts.join(', ');
}

/** The same where a sentence has room for next to nothing: `AS45753, HK`. */
export function shortNetworkName(network: Omit<ClientNetwork, 'clients'>): string {
  return networkName({ ...network, ...(network.asn !== undefined && { organisation: undefined }) });
}

/**
 * The network that all of some clients are of, or most: what tells one operator from a crowd.
 * @returns the network and how many of the clients are of it; `undefined` where they have none in common that is known
 */
export function sharedNetwork(
  clients: readonly CountedClient[],
  lookup: KnownNetworkLookup,
): { readonly network: ClientNetwork; readonly of: number } | undefined {
  const looked = clients.slice(0, MOST_CLIENTS);
  const [network] = clientNetworks(looked, lookup).toSorted((a, b) => b.clients.length - a.clients.length);
  if (network === undefined || !isKnown(network) || network.clients.length < looked.length * MOST) return undefined;
  return { network, of: looked.length };
}

/** Whose addresses the clients of a finding are, as a sentence; `undefined` where they have nothing in common that is known. */
export function networkSentence(clients: readonly CountedClient[], lookup: KnownNetworkLookup): string | undefined {
  const shared = sharedNetwork(clients, lookup);
  if (shared === undefined) return undefined;
  const { network, of } = shared;
  const sentence = whoseSentence(network, of, clients.length);
  return network.proxy === undefined ? sentence : `${sentence} ${proxyNote(network.proxy)}`;
}

/** What it means that an address is a proxy's. */
export function proxyNote(operator: string): string {
  return t('{0} stands in front of sites and passes requests on: the real client is elsewhere.', operator);
}

function whoseSentence(network: ClientNetwork, looked: number, all: number): string {
  const name = networkName(network);
  const { length } = network.clients;
  if (all === 1) return t('Network: {0}.', name);
  if (length === all) return t('{0} addresses, all of one network: {1}.', count(all), name);
  return looked < all
    ? t('Of the {0} busiest addresses, {1} are of one network: {2}.', count(looked), count(length), name)
    : t('{0} of {1} addresses are of one network: {2}.', count(length), count(all), name);
}

function isKnown({ kind, proxy, asn, country }: ClientNetwork): boolean {
  // Example addresses stand for others: that they are examples says nothing of who they are.
  if (kind !== 'public') return kind === 'private' || kind === 'loopback';
  return proxy !== undefined || asn !== undefined || country !== undefined;
}

function cut(name: string | undefined): string | undefined {
  return name === undefined || name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
}
