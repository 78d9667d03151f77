import type { Random } from './random';

/** Where the ordinary visitors of a site come from. */
export interface AddressPlan {
  /** First octets of IPv4 networks, e.g. `192.0.2`; the rest is drawn. */
  readonly ipv4: readonly string[];
  /** First groups of IPv6 networks, e.g. `2001:db8`; the rest is drawn. */
  readonly ipv6: readonly string[];
  /** Share of phones on IPv6; carriers in Japan hand it out to most of them. */
  readonly phonesOnIpv6: number;
  /** Share of computers on IPv6. */
  readonly computersOnIpv6: number;
  /** Share of IPv4 clients that the server logs by name, as `HostnameLookups On` does. */
  readonly hostNames: number;
}

/** Draws the address of a new visitor. */
export function drawAddress(random: Random, plan: AddressPlan, phone: boolean): string {
  if (random.chance(phone ? plan.phonesOnIpv6 : plan.computersOnIpv6)) return drawIpv6(random, random.pick(plan.ipv6));
  const address = drawIpv4(random, random.pick(plan.ipv4));
  return random.chance(plan.hostNames) ? hostName(address) : address;
}

/** An IPv4 address below the given first octets, e.g. `66.249`. */
export function drawIpv4(random: Random, prefix: string): string {
  let address = prefix;
  for (let octets = prefix.split('.').length; octets < 4; octets += 1) address += `.${random.integer(1, 254)}`;
  return address;
}

/** An IPv6 address below the given first groups, in the one text form of RFC 5952: no group drawn is zero. */
export function drawIpv6(random: Random, prefix: string): string {
  let address = prefix;
  for (let groups = prefix.split(':').length; groups < 8; groups += 1) {
    address += `:${random.integer(1, 0xffff).toString(16)}`;
  }
  return address;
}

function hostName(address: string): string {
  return `p${address.split('.').toReversed().join('-')}.flets.example.ne.jp`;
}
