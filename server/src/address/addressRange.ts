import ipaddr from 'ipaddr.js';
import { parseAddress, type Address } from './parseAddress';

/** All addresses that begin with the same bits. */
export interface AddressRange {
  readonly family: 4 | 6;
  /** How many leading bits count: up to 32 or 128. */
  readonly bits: number;
  /** 4 or 16 bytes. */
  readonly bytes: readonly number[];
}

const IPV4_BITS = 32;
const IPV6_BITS = 128;
/** Bits before the IPv4 address in an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2). */
const MAPPED_BITS = IPV6_BITS - IPV4_BITS;

/**
 * Reads an address or a network in CIDR notation (RFC 4632, RFC 4291 §2.3): `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`. Bits
 * behind the prefix are ignored, so that `192.0.2.77/24` is the network around that address. Never throws.
 * @returns `undefined` for anything else
 */
export function parseAddressRange(text: string): AddressRange | undefined {
  const [base = '', prefix, ...rest] = text.trim().split('/');
  const address = parseAddress(base);
  if (address === undefined || rest.length > 0) return undefined;
  const bytes = bytesOf(address);
  if (prefix === undefined) return { family: address.family, bits: bytes.length * 8, bytes };
  const bits = bitsOf(prefix, address.family, base);
  return bits === undefined ? undefined : { family: address.family, bits, bytes };
}

/** Whether an address lies in a range. */
export function isInRange({ family, bits, bytes }: AddressRange, address: Address): boolean {
  if (address.family !== family) return false;
  if (bits === 0) return true;
  const own = bytesOf(address);
  const whole = bits >> 3;
  for (let index = 0; index < whole; index++) if (own[index] !== bytes[index]) return false;
  const left = bits & 7;
  return left === 0 || (own[whole]! ^ bytes[whole]!) >> (8 - left) === 0;
}

/** The length of a prefix; one of an IPv4-mapped address counts from the start of the IPv6 address. */
function bitsOf(prefix: string, family: 4 | 6, base: string): number | undefined {
  if (!/^\d{1,3}$/.test(prefix)) return undefined;
  const isMapped = family === 4 && base.includes(':');
  const bits = Number(prefix) - (isMapped ? MAPPED_BITS : 0);
  return bits >= 0 && bits <= (family === 4 ? IPV4_BITS : IPV6_BITS) ? bits : undefined;
}

function bytesOf({ family, high, text }: Address): number[] {
  if (family === 4) return [high >>> 24, (high >>> 16) & 255, (high >>> 8) & 255, high & 255];
  return ipaddr.IPv6.parse(text).toByteArray();
}
