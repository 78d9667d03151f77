import ipaddr from 'ipaddr.js';
import { t } from '../words';
import { specialNetworks, type AddressKind } from './specialNetworks';

export type { AddressKind };

type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

const ipv4Networks = networksOf('ipv4');
const ipv6Networks = networksOf('ipv6');

/** The kind of a parsed address; IPv4-mapped IPv6 addresses must be turned into IPv4 before. */
export function kindOfAddress(address: IpAddress): AddressKind {
  const networks = address.kind() === 'ipv4' ? ipv4Networks : ipv6Networks;
  // Each family's list ends with a network that holds every address.
  return networks.find(({ network }) => address.match(network))?.kind ?? 'reserved';
}

const kindNames: Record<AddressKind, () => string> = {
  public: () => t('public address'),
  private: () => t('private address of a local network'),
  loopback: () => t('the server itself (loopback)'),
  'link-local': () => t('address valid on one network segment only (link-local)'),
  'carrier-grade-nat': () => t('address shared inside a provider (carrier-grade NAT)'),
  documentation: () => t('example address (documentation)'),
  benchmarking: () => t('address for network tests (benchmarking)'),
  multicast: () => t('address of a group of receivers (multicast)'),
  broadcast: () => t('address of all receivers (broadcast)'),
  unspecified: () => t('no particular address (unspecified)'),
  reserved: () => t('reserved address'),
};

/** Words for a kind, for hovers, reports and the command line. */
export function addressKindName(kind: AddressKind): string {
  return kindNames[kind]();
}

function networksOf(family: 'ipv4' | 'ipv6') {
  return specialNetworks
    .map(([cidr, kind]) => ({ network: ipaddr.parseCIDR(cidr), kind }))
    .filter(({ network: [base] }) => base.kind() === family);
}
