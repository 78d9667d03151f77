import { addressText, bitsOf, parseSpan, prefixesOf, spanSize, type AddressSpan } from '../../address/addressSpan';
import { parseAddress } from '../../address/parseAddress';
import { proxyNetworks } from '../../address/proxyNetworks';

/**
 * Why an address is not to be shut out: `unreadable`: no address or network; `notPublic`: private or reserved; `own`: the user's;
 * `proxy`: a proxy of a content delivery network, behind which are all visitors; `crawler`: a search engine; `tooWide`: so many
 * addresses that others are shut out, too.
 */
export type DenyRefusal = 'unreadable' | 'notPublic' | 'own' | 'proxy' | 'crawler' | 'tooWide';

/** What is to be shut out. */
export interface DenyRequest {
  /** Addresses, or networks in CIDR notation. */
  readonly addresses: readonly string[];
  /** The user's own addresses and networks. */
  readonly own?: readonly string[];
  /** Whether a public address is of a search engine's own network. */
  readonly isCrawler?: (address: string) => boolean;
}

export interface DenyList {
  /** Networks in CIDR notation, single addresses without it: the fewest that together are exactly what was asked for. */
  readonly networks: readonly string[];
  readonly refused: readonly { readonly text: string; readonly why: DenyRefusal }[];
}

/** A wider network than a provider's smallest one shuts out strangers: /16 of IPv4, /32 of IPv6. */
const WIDEST: Readonly<Record<4 | 6, number>> = { 4: 16, 6: 32 };

const proxySpans = proxyNetworks.flatMap(({ networks }) =>
  networks.split(' ').flatMap((text) => parseSpan(text) ?? []),
);

/** Joins addresses to networks without shutting out a single one more, and leaves out what must not be shut out. */
export function denyList({ addresses, own = [], isCrawler = () => false }: DenyRequest): DenyList {
  const ownSpans = own.flatMap((text) => parseSpan(text) ?? []);
  const spans: AddressSpan[] = [];
  const refused: { text: string; why: DenyRefusal }[] = [];
  for (const text of new Set(addresses)) {
    const span = parseSpan(text);
    const why = span === undefined ? 'unreadable' : refusalOf(span, ownSpans, isCrawler);
    if (why !== undefined) refused.push({ text, why });
    else spans.push(span!);
  }
  return { networks: joined(spans).flatMap(networksOf), refused };
}

function refusalOf(
  span: AddressSpan,
  own: readonly AddressSpan[],
  isCrawler: (address: string) => boolean,
): DenyRefusal | undefined {
  const { family, first, last } = span;
  if (spanSize(span) > 1n << BigInt(bitsOf(family) - WIDEST[family])) return 'tooWide';
  const ends = [first, last].map((number) => parseAddress(addressText(family, number))!);
  if (ends.some(({ kind }) => kind !== 'public')) return 'notPublic';
  if (own.some((each) => overlap(each, span))) return 'own';
  if (proxySpans.some((each) => overlap(each, span))) return 'proxy';
  if (ends.some(({ text }) => isCrawler(text))) return 'crawler';
  return undefined;
}

function overlap(one: AddressSpan, other: AddressSpan): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

/** Spans that touch or overlap as one, in the order of their addresses, IPv4 first. */
function joined(spans: readonly AddressSpan[]): AddressSpan[] {
  const sorted = spans.toSorted((a, b) => a.family - b.family || (a.first < b.first ? -1 : 1));
  const result: AddressSpan[] = [];
  for (const span of sorted) {
    const before = result.at(-1);
    if (before?.family !== span.family || before.last + 1n < span.first) result.push(span);
    else if (span.last > before.last) result[result.length - 1] = { ...before, last: span.last };
  }
  return result;
}

function networksOf(span: AddressSpan): string[] {
  return prefixesOf(span).map(({ first, bits }) => {
    const address = addressText(span.family, first);
    return bits === bitsOf(span.family) ? address : `${address}/${bits}`;
  });
}
