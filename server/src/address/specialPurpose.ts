import { addressKindName } from './addressKind';
import { isInRange, parseAddressRange, type AddressRange } from './addressRange';
import type { Address } from './parseAddress';

/** A block of addresses with a purpose of its own. */
interface SpecialPurpose {
  readonly range: AddressRange;
  /** As the registry calls it. */
  readonly name: string;
  readonly rfc: number;
}

/**
 * Names and documents of the blocks that are not public, narrower ones first: IANA IPv4 and IPv6 Special-Purpose Address Registries
 * (RFC 6890), for multicast RFC 5771 and RFC 4291.
 */
const blocks: readonly (readonly [cidr: string, name: string, rfc: number])[] = [
  ['255.255.255.255/32', 'Limited Broadcast', 919],
  ['0.0.0.0/8', 'This network', 791],
  ['10.0.0.0/8', 'Private-Use', 1918],
  ['172.16.0.0/12', 'Private-Use', 1918],
  ['192.168.0.0/16', 'Private-Use', 1918],
  ['100.64.0.0/10', 'Shared Address Space', 6598],
  ['127.0.0.0/8', 'Loopback', 1122],
  ['169.254.0.0/16', 'Link Local', 3927],
  ['192.0.0.0/24', 'IETF Protocol Assignments', 6890],
  ['192.0.2.0/24', 'Documentation, TEST-NET-1', 5737],
  ['198.51.100.0/24', 'Documentation, TEST-NET-2', 5737],
  ['203.0.113.0/24', 'Documentation, TEST-NET-3', 5737],
  ['192.88.99.0/24', 'Deprecated, 6to4 Relay Anycast', 7526],
  ['198.18.0.0/15', 'Benchmarking', 2544],
  ['233.252.0.0/24', 'MCAST-TEST-NET', 6676],
  ['224.0.0.0/4', 'Multicast', 5771],
  ['240.0.0.0/4', 'Reserved', 1112],
  ['::1/128', 'Loopback Address', 4291],
  ['::/128', 'Unspecified Address', 4291],
  ['64:ff9b:1::/48', 'IPv4-IPv6 Translation, local use', 8215],
  ['100::/64', 'Discard-Only Address Block', 6666],
  ['2001:db8::/32', 'Documentation', 3849],
  ['3fff::/20', 'Documentation', 9637],
  ['2001:2::/48', 'Benchmarking', 5180],
  ['2001::/23', 'IETF Protocol Assignments', 2928],
  ['fc00::/7', 'Unique-Local', 4193],
  ['fe80::/10', 'Link-Local Unicast', 4291],
  ['fec0::/10', 'Site-Local Unicast, deprecated', 3879],
  ['ff00::/8', 'Multicast', 4291],
];

const specialPurposes = blocks.map(([cidr, name, rfc]): SpecialPurpose => {
  const range = parseAddressRange(cidr);
  if (range === undefined) throw new Error(`No network: ${cidr}`);
  return { range, name, rfc };
});

/** What an address that is not public is for, in plain words and as its registry calls it: "private address … (Private-Use, RFC 1918)". */
export function specialPurposeText(address: Address): string {
  const kind = addressKindName(address.kind);
  const purpose = specialPurposes.find(({ range }) => isInRange(range, address));
  return purpose === undefined ? kind : `${kind} (${purpose.name}, RFC ${purpose.rfc})`;
}
