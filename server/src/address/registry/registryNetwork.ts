import type { AddressKind } from '../addressKind';

/** Most addresses that registries are asked about at once. */
export const MOST_LOOK_UPS = 50;

/**
 * A network as a registry of addresses describes it. Its texts are a third party's words: one line each, without control and bidi
 * characters, of limited length, otherwise any text. Absent properties were not said.
 */
export interface RegistryNetwork {
  /** The first and the last address, inclusive, as `Address.text` has them. */
  readonly first: string;
  readonly last: string;
  /** The same as the fewest networks in CIDR notation. */
  readonly cidrs: readonly string[];
  /** Short name of the network ("netname"). */
  readonly netname?: string;
  /** Remarks on what the network is for ("descr"), at most `MOST_DESCRIPTIONS`. */
  readonly description: readonly string[];
  /** Who holds the network. */
  readonly organisation?: string;
  /** ISO 3166-1 alpha-2 code, as the registry has it. */
  readonly country?: string;
  /** Mail addresses for complaints about the network, the most fitting first. */
  readonly abuse: readonly string[];
  /** When the network was registered and last changed, `YYYY-MM-DD`. */
  readonly registered?: string;
  readonly changed?: string;
  /** Who keeps the register, such as `APNIC`. */
  readonly registry: string;
  /** Protocol of the answer: RDAP (RFC 9082) or WHOIS (RFC 3912). */
  readonly source: 'rdap' | 'whois';
  /** Host that gave the answer. */
  readonly server: string;
  /** When it did, ISO 8601 in UTC. */
  readonly answered: string;
}

/** Why no registry could say whose network an address is in. */
export type LookUpFailure =
  /** No server could be reached: no connection to the internet, a firewall, a server that is down. */
  | 'unreachable'
  /** A server did not answer in time. */
  | 'timeout'
  /** A registry asks for fewer questions, or none for a while. */
  | 'busy'
  /** A registry does not answer this computer at all. */
  | 'refused'
  /** The registries know no network with the address. */
  | 'unknown'
  /** An answer could not be understood, or was far too long. */
  | 'unreadable'
  /** An answer named a server that is none of the internet; nothing was sent to it. */
  | 'forbidden'
  /** Servers named one another without end. */
  | 'loop';

/** Why no registry is asked: what kind the address is of, one of the user's own, or no address at all. */
export type NotLookedUp = Exclude<AddressKind, 'public'> | 'own' | 'invalid';
