import ipaddr from 'ipaddr.js';
import { t } from '../words';
import { specialNetworks, type AddressKind } from './specialNetworks';

export type { AddressKind };

const IPV4_BITS = 32;

/** Networks of IPv4 as numbers: nearly all addresses of logs are compared with them. */
const ipv4Networks = networksOf('ipv4').map(({ network: [base, bits], kind }) => {
  const first = base.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0);
  return { first, last: first + 2 ** (IPV4_BITS - bits) - 1, kind };
});
const ipv6Networks = networksOf('ipv6');

// Each family's list ends with a network that holds every address.

/** The kind of an IPv4 address, given as an unsigned number of 32 bits. */
export function kindOfIpv4(address: number): AddressKind {
  return ipv4Networks.find(({ first, last }) => first <= address && address <= last)?.kind ?? 'reserved';
}

/** The kind of an IPv6 address; IPv4-mapped ones must be turned into IPv4 before. */
export function kindOfIpv6(address: ipaddr.IPv6): AddressKind {
  return ipv6Networks.find(({ network }) => address.match(network))?.kind ?? 'reserved';
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
