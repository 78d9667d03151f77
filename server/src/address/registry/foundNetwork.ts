import { isInSpan, prefixesOf, addressText, spanSize, type AddressSpan } from '../addressSpan';
import type { Address } from '../parseAddress';
import type { RegistryNetwork } from './registryNetwork';

/** A network out of an answer, before it is said where the answer came from. */
export interface FoundNetwork extends Omit<
  RegistryNetwork,
  'first' | 'last' | 'cidrs' | 'registry' | 'source' | 'server' | 'answered'
> {
  readonly span: AddressSpan;
  /** The register that the answer says it is of, where it says so. */
  readonly registry?: string;
}

/** Where an answer came from. */
export type AnswerSource = Pick<RegistryNetwork, 'registry' | 'source' | 'server' | 'answered'>;

/** Most networks of CIDR notation that a range is written as. */
const MOST_CIDRS = 32;

/**
 * Names of what registries keep for addresses that are none of theirs: the whole internet, what IANA gave to another registry.
 * Who holds the network is not said there.
 */
const PLACEHOLDER =
  /^(?:IANA-|NON-RIPE-NCC-MANAGED|RIPE-CIDR-BLOCK|(?:AP|AFRI|LAC)NIC-(?:CIDR-BLK|CIDR-BLOCK|AP|ERX)|NET-?0$)/i;
/** Networks of more addresses than the largest blocks that IANA gives out (an /8, a /12) are placeholders, whatever they are called. */
const LARGEST = { 4: 1n << 24n, 6: 1n << 116n };

/** The smallest of the networks that has the address; `undefined` where only placeholders do. */
export function mostSpecific(networks: readonly FoundNetwork[], address: Address): FoundNetwork | undefined {
  return networks
    .filter((network) => isInSpan(network.span, address) && !isPlaceholder(network))
    .toSorted((a, b) => Number(spanSize(a.span) - spanSize(b.span)))[0];
}

function isPlaceholder({ netname, span }: FoundNetwork): boolean {
  return spanSize(span) > LARGEST[span.family] || PLACEHOLDER.test(netname ?? '');
}

/** A network as it is given out and kept. */
export function registryNetwork({ span, ...found }: FoundNetwork, source: AnswerSource): RegistryNetwork {
  return {
    first: addressText(span.family, span.first),
    last: addressText(span.family, span.last),
    cidrs: prefixesOf(span)
      .slice(0, MOST_CIDRS)
      .map(({ first, bits }) => `${addressText(span.family, first)}/${bits}`),
    ...found,
    ...source,
    registry: found.registry ?? source.registry,
  };
}
