import { parseAddress } from '../parseAddress';

/** A name as the DNS has it (RFC 1123 §2.1), with a top-level domain that is not a number. */
const HOST_NAME = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?!\d+$)[a-z\d-]{2,63}$/;

/** Names that never lead to the internet (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
const LOCAL_DOMAIN =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|invalid|test|example|alt|onion)$/;

/** Registries by the domain of their servers: whoever runs several hosts is one to be gentle with. */
const REGISTRIES: readonly (readonly [domain: string, name: string])[] = [
  ['iana.org', 'IANA'],
  // APNIC runs servers for some of the national registries.
  ['jpnic.rdap.apnic.net', 'JPNIC'],
  ['krnic.rdap.apnic.net', 'KRNIC'],
  ['twnic.rdap.apnic.net', 'TWNIC'],
  ['idnic.rdap.apnic.net', 'IDNIC'],
  ['apnic.net', 'APNIC'],
  ['ripe.net', 'RIPE NCC'],
  ['arin.net', 'ARIN'],
  ['lacnic.net', 'LACNIC'],
  ['afrinic.net', 'AFRINIC'],
  ['nic.ad.jp', 'JPNIC'],
  ['kisa.or.kr', 'KRNIC'],
  ['nic.or.kr', 'KRNIC'],
  ['krnic.or.kr', 'KRNIC'],
  ['twnic.net', 'TWNIC'],
  ['twnic.net.tw', 'TWNIC'],
  ['twnic.tw', 'TWNIC'],
  ['idnic.net', 'IDNIC'],
  ['cnnic.cn', 'CNNIC'],
  ['registro.br', 'NIC.br'],
];

/**
 * A host that an answer names, if it may be asked: a name of the internet or a public address; in lower case.
 * @returns `undefined` for this computer, local networks and anything else
 */
export function allowedHost(text: string): string | undefined {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[(.*)\]$/, '$1');
  const address = parseAddress(host);
  if (address !== undefined) return address.kind === 'public' ? address.text : undefined;
  return HOST_NAME.test(host) && !LOCAL_DOMAIN.test(host) ? host : undefined;
}

/** The registry that runs a host; the host's own name where it is none that is known. */
export function registryOf(host: string): string {
  const known = REGISTRIES.find(([domain]) => host === domain || host.endsWith(`.${domain}`));
  return known?.[1] ?? host;
}
