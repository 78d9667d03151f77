import { isInSpan, parseSpan, spanSize, type AddressSpan } from '../../addressSpan';
import type { Address } from '../../parseAddress';
import { list, parseJson, record } from '../rdap/json';
import { ianaIpv4Services, ianaIpv6Services } from './ianaServices';

/** Networks and the RDAP server of the registry that they were given to. */
export interface RdapService {
  readonly spans: readonly AddressSpan[];
  /** `https:` URL that ends with a slash. */
  readonly base: string;
}

/** Most networks of a service; IANA's lists have 150 in all. */
const MOST_NETWORKS = 2000;

/** The servers as IANA listed them when the program was made; in IPv6, the networks of its unicast registry of that day. */
export function bundledServices(): RdapService[] {
  return [...ianaIpv4Services, ...ianaIpv6Services].flatMap(({ base, networks }) =>
    serviceOf(networks.split(' '), [base]),
  );
}

/**
 * The services of a list of IANA's (RFC 9224 §3): `{ services: [[[network …], [URL …]] …] }`. What is malformed is left out, as are
 * servers that can't be asked by HTTPS.
 */
export function readServices(value: unknown): RdapService[] {
  return list(record(value)['services']).flatMap((service) => {
    const [networks, urls] = list(service);
    return serviceOf(Array.isArray(networks) ? networks.slice(0, MOST_NETWORKS) : [], list(urls));
  });
}

function serviceOf(networks: readonly unknown[], urls: readonly unknown[]): RdapService[] {
  const base = urls.find((url) => typeof url === 'string' && /^https:\/\/.*\/$/.test(url));
  const spans = networks.map((text) => parseSpan(String(text))).filter((span) => span !== undefined);
  return typeof base !== 'string' || spans.length === 0 ? [] : [{ spans, base }];
}

/** The same of a list as it was fetched; `undefined` where it lists nothing, so that what is known is kept. */
export function parseServices(text: string): RdapService[] | undefined {
  const services = readServices(parseJson(text));
  return services.length === 0 ? undefined : services;
}

/** The server for an address, of the smallest network that has it (RFC 9224 §5); `undefined` where there is none. */
export function rdapServerFor(address: Address, services: readonly RdapService[]): string | undefined {
  let best: { readonly base: string; readonly size: bigint } | undefined;
  for (const { spans, base } of services) {
    for (const span of spans.filter((each) => isInSpan(each, address))) {
      const size = spanSize(span);
      if (best === undefined || size < best.size) best = { base, size };
    }
  }
  return best?.base;
}
