import { BlockList, isIP } from 'node:net';
import { specialNetworks } from './address/specialNetworks';

/**
 * Networks whose addresses hold an IPv4 address behind their prefix, which is where packets to them end: NAT64 (RFC 6052), through
 * which IPv6-only networks reach ordinary servers, and 6to4 (RFC 3056).
 */
const NAT64 = { prefix: '64:ff9b::', bits: 96 };
const SIX_TO_FOUR_BITS = 16;

let networks: { readonly open: BlockList; readonly closed: BlockList } | undefined;

/**
 * Whether a connection to an address leads to a server on the internet: not to this computer, its local network, or an address
 * with a special purpose (RFC 6890). What an answer or the DNS names as a server is checked with this before it is connected to.
 * @param address as the DNS gives it; `false` for anything else
 */
export function isPublicTarget(address: string): boolean {
  const version = isIP(address);
  // A zone (RFC 4007) names a network card of this computer.
  if (version === 0 || address.includes('%')) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  networks ??= collectNetworks();
  return networks.open.check(address, family) && !networks.closed.check(address, family);
}

function collectNetworks() {
  const open = new BlockList();
  open.addSubnet('0.0.0.0', 0, 'ipv4');
  open.addSubnet('2000::', 3, 'ipv6');
  open.addSubnet(NAT64.prefix, NAT64.bits, 'ipv6');
  const closed = new BlockList();
  // Teredo (RFC 4380) leads to computers behind home routers.
  closed.addSubnet('2001::', 32, 'ipv6');
  for (const [cidr, kind] of specialNetworks) {
    const [base = '', bits = ''] = cidr.split('/');
    // The last of IPv6 holds every address that no other does; `open` says the same.
    if (kind === 'public' || cidr === '::/0') continue;
    if (isIP(base) === 6) closed.addSubnet(base, Number(bits), 'ipv6');
    else closeIpv4(closed, base, Number(bits));
  }
  return { open, closed };
}

function closeIpv4(closed: BlockList, base: string, bits: number): void {
  closed.addSubnet(base, bits, 'ipv4');
  closed.addSubnet(`${NAT64.prefix}${base}`, NAT64.bits + bits, 'ipv6');
  const hex = base.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'));
  closed.addSubnet(`2002:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}::`, SIX_TO_FOUR_BITS + bits, 'ipv6');
}
