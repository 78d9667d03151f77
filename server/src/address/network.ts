import ipaddr from 'ipaddr.js';
import type { Address } from './parseAddress';

/** The neighbourhood of an address: the /24 of an IPv4 address, the /64 of an IPv6 address. */
export interface Network {
  /** CIDR text, e.g. `192.0.2.0/24`, `2001:db8::/64`. */
  readonly text: string;
  /** Equal for equal networks, ordered like the networks, IPv4 before IPv6. */
  readonly key: bigint;
}

/** Sets IPv6 keys apart from IPv4 keys, above the 64 bits that a key needs. */
const ipv6Keys = 1n << 64n;

/** The network that an address is counted with as a neighbour. */
export function networkOf(address: Address): Network {
  const { family, high, low } = address;
  if (family === 4) {
    return {
      text: `${[high >>> 24, (high >>> 16) & 255, (high >>> 8) & 255].join('.')}.0/24`,
      key: BigInt(high >>> 8),
    };
  }
  const base = new ipaddr.IPv6([high >>> 16, high & 0xffff, low >>> 16, low & 0xffff, 0, 0, 0, 0]);
  return { text: `${base.toRFC5952String()}/64`, key: ipv6Keys | (BigInt(high) << 32n) | BigInt(low) };
}
