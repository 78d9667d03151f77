import ipaddr from 'ipaddr.js';
import { parseAddressRange } from './addressRange';
import { parseAddress, type Address } from './parseAddress';

/** Adjoining addresses of one family, as numbers of 32 or 128 bits; both ends belong to it. */
export interface AddressSpan {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const IPV4_BITS = 32;
const IPV6_BITS = 128;

/** Longest text that is a network: two full IPv6 addresses and what stands between and behind them. */
const LONGEST_TEXT = 120;

/** Four numbers of IPv4 with those at the end left out, as LACNIC writes networks: `200.7.84/23`. */
const SHORT_IPV4 = /^(\d{1,3}(?:\.\d{1,3}){0,2})\/(\d{1,2})$/;

/** The addresses from one to another; `undefined` where one is none, or they are of two families or in the wrong order. */
export function spanBetween(first: string, last: string): AddressSpan | undefined {
  const from = parseAddress(first.trim());
  const to = parseAddress(last.trim());
  if (from === undefined || to === undefined || from.family !== to.family) return undefined;
  const span = { family: from.family, first: addressNumber(from), last: addressNumber(to) };
  return span.first <= span.last ? span : undefined;
}

/**
 * Reads the networks of registries: `192.0.2.0 - 192.0.2.255`, `192.0.2.0/24`, `200.7.84/23`, `2001:db8::/32`, also with a remark
 * in brackets behind. `undefined` for anything else.
 */
export function parseSpan(text: string): AddressSpan | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const bare = text.replace(/\(.*/, '').trim();
  const [first, last, ...rest] = bare.split(/\s*-\s*/);
  if (first === undefined || rest.length > 0) return undefined;
  return last === undefined ? spanOfCidr(first) : spanBetween(first, last);
}

/** The number of an address: 32 bits of IPv4, 128 bits of IPv6. */
export function addressNumber({ family, high, text }: Address): bigint {
  return family === 4 ? BigInt(high) : numberOf(ipaddr.IPv6.parse(text).toByteArray());
}

/** The address of a number, as `Address.text` has it. */
export function addressText(family: 4 | 6, number: bigint): string {
  const length = bitsOf(family) / 8;
  const bytes = Array.from({ length }, (_, index) => Number((number >> BigInt(8 * (length - 1 - index))) & 255n));
  return family === 4 ? new ipaddr.IPv4(bytes).toString() : new ipaddr.IPv6(bytes).toRFC5952String();
}

/** Whether a span has an address in it. */
export function isInSpan({ family, first, last }: AddressSpan, address: Address): boolean {
  if (address.family !== family) return false;
  const number = addressNumber(address);
  return first <= number && number <= last;
}

/** How many addresses a span has. */
export function spanSize({ first, last }: AddressSpan): bigint {
  return last - first + 1n;
}

/** A network in CIDR notation as numbers: its first address and how many leading bits count. */
export interface Prefix {
  readonly first: bigint;
  readonly bits: number;
}

/** The fewest networks that together are the span, in order. */
export function prefixesOf({ family, first, last }: AddressSpan): Prefix[] {
  const prefixes: Prefix[] = [];
  for (let next = first; next <= last;) {
    let size = 1n;
    // Twice as large as long as the network begins where such networks do and ends within the span.
    while ((next & (2n * size - 1n)) === 0n && next + 2n * size - 1n <= last) size *= 2n;
    prefixes.push({ first: next, bits: bitsOf(family) - (size.toString(2).length - 1) });
    next += size;
  }
  return prefixes;
}

/** Bits of an address. */
export function bitsOf(family: 4 | 6): number {
  return family === 4 ? IPV4_BITS : IPV6_BITS;
}

function spanOfCidr(text: string): AddressSpan | undefined {
  const short = SHORT_IPV4.exec(text);
  const whole =
    short === null ? text : `${[...short[1]!.split('.'), '0', '0', '0'].slice(0, 4).join('.')}/${short[2]!}`;
  const range = parseAddressRange(whole);
  if (range === undefined) return undefined;
  const { family, bits, bytes } = range;
  const rest = (1n << BigInt(bitsOf(family) - bits)) - 1n;
  const number = numberOf(bytes);
  return { family, first: number & ~rest, last: number | rest };
}

function numberOf(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
