/**
 * What an address is for. Only `public` addresses belong to a network on the internet; the others say nothing about where a
 * client is.
 */
export type AddressKind =
  | 'public'
  | 'private'
  | 'loopback'
  | 'link-local'
  | 'carrier-grade-nat'
  | 'documentation'
  | 'benchmarking'
  | 'multicast'
  | 'broadcast'
  | 'unspecified'
  | 'reserved';

/**
 * Networks with a purpose of their own, narrower ones first: the first that holds an address decides.
 * Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), IANA Multicast (RFC 5771) and IPv6 Address
 * Space registries. Tunnels (Teredo, 6to4) and NAT64 are `public`: they are routed like any other address.
 */
export const specialNetworks: readonly (readonly [cidr: string, kind: AddressKind])[] = [
  ['255.255.255.255/32', 'broadcast'], // RFC 919
  ['0.0.0.0/8', 'unspecified'], // RFC 791
  ['10.0.0.0/8', 'private'], // RFC 1918
  ['172.16.0.0/12', 'private'],
  ['192.168.0.0/16', 'private'],
  ['100.64.0.0/10', 'carrier-grade-nat'], // RFC 6598
  ['127.0.0.0/8', 'loopback'], // RFC 1122
  ['169.254.0.0/16', 'link-local'], // RFC 3927
  ['192.0.2.0/24', 'documentation'], // RFC 5737
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['233.252.0.0/24', 'documentation'], // RFC 6676
  ['198.18.0.0/15', 'benchmarking'], // RFC 2544
  ['192.0.0.0/24', 'reserved'], // RFC 6890
  ['192.88.99.0/24', 'reserved'], // RFC 7526
  ['224.0.0.0/4', 'multicast'], // RFC 5771
  ['240.0.0.0/4', 'reserved'], // RFC 1112
  ['0.0.0.0/0', 'public'],
  ['::/128', 'unspecified'], // RFC 4291
  ['::1/128', 'loopback'],
  ['fe80::/10', 'link-local'],
  ['ff00::/8', 'multicast'],
  ['fc00::/7', 'private'], // RFC 4193
  ['fec0::/10', 'private'], // RFC 3879
  ['2001:db8::/32', 'documentation'], // RFC 3849
  ['3fff::/20', 'documentation'], // RFC 9637
  ['2001:2::/48', 'benchmarking'], // RFC 5180
  ['64:ff9b::/96', 'public'], // RFC 6052
  ['2001::/32', 'public'], // RFC 4380
  ['2001:3::/32', 'public'], // RFC 7450
  ['2001:4:112::/48', 'public'], // RFC 7535
  ['2001::/23', 'reserved'], // RFC 2928
  ['2000::/3', 'public'], // RFC 4291
  ['::/0', 'reserved'],
];
