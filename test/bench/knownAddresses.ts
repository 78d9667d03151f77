/** An address whose network everybody can look up: what is known of it, and whose it is. */
export type KnownAddress = readonly [address: string, country: string, asn: number, whose: string];

/**
 * Well-known addresses, with the country that their network is registered for and the system that announces it. Sources: the
 * operators' own pages and the registers of APNIC, ARIN and the RIPE NCC.
 */
export const knownAddresses: readonly KnownAddress[] = [
  ['8.8.8.8', 'US', 15169, 'Google Public DNS'],
  ['1.1.1.1', 'AU', 13335, 'Cloudflare DNS, registered for APNIC'],
  ['9.9.9.9', 'US', 19281, 'Quad9'],
  ['208.67.222.222', 'US', 36692, 'OpenDNS'],
  ['2001:4860:4860::8888', 'US', 15169, 'Google Public DNS'],
  ['2606:4700:4700::1111', 'US', 13335, 'Cloudflare DNS'],
  ['104.16.132.229', 'US', 13335, 'Cloudflare'],
  ['151.101.1.69', 'US', 54113, 'Fastly'],
  ['13.32.0.1', 'US', 16509, 'Amazon CloudFront'],
  ['66.249.66.1', 'US', 15169, 'Googlebot'],
  ['157.55.39.1', 'US', 8075, 'Bingbot'],
  ['17.253.144.10', 'US', 714, 'Apple'],
  ['157.240.22.35', 'US', 32934, 'Facebook'],
  ['140.82.112.3', 'US', 36459, 'GitHub'],
  ['5.9.1.1', 'DE', 24940, 'Hetzner'],
  ['2a01:4f8::1', 'DE', 24940, 'Hetzner'],
  ['51.75.0.1', 'FR', 16276, 'OVH'],
  ['2001:41d0::1', 'FR', 16276, 'OVH'],
  ['167.99.0.1', 'US', 14061, 'DigitalOcean'],
  ['207.148.0.1', 'US', 20473, 'Vultr'],
  ['133.242.0.1', 'JP', 7684, 'SAKURA Internet'],
  ['49.212.0.1', 'JP', 9371, 'SAKURA Internet'],
  ['157.7.107.1', 'JP', 7506, 'GMO (Lolipop!, ConoHa)'],
  ['162.43.0.1', 'JP', 131965, 'Xserver'],
  ['210.130.0.1', 'JP', 2497, 'IIJ'],
  ['2001:240::1', 'JP', 2497, 'IIJ'],
  ['61.112.0.1', 'JP', 4713, 'NTT OCN'],
  ['126.0.0.1', 'JP', 17676, 'SoftBank'],
  ['106.128.0.1', 'JP', 2516, 'KDDI'],
  ['2001:268::1', 'JP', 2516, 'KDDI'],
  ['182.16.27.106', 'HK', 45753, 'a mail-form flood'],
  ['182.16.59.138', 'HK', 45753, 'a mail-form flood'],
  ['52.128.227.34', 'HK', 45753, 'a mail-form flood'],
  ['52.128.230.42', 'HK', 45753, 'a mail-form flood'],
];
