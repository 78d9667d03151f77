import ipaddr from 'ipaddr.js';
import { type AddressKind, kindOfIpv4, kindOfIpv6 } from './addressKind';

/** An IPv4 or IPv6 address, normalised: two texts that mean the same address give equal values. */
export interface Address {
  /** Dotted decimal or RFC 5952 text, without zone, brackets and port. An IPv4-mapped IPv6 address is the IPv4 address. */
  readonly text: string;
  readonly family: 4 | 6;
  /** Unsigned: all 32 bits of an IPv4 address, the first 32 of an IPv6 address. */
  readonly high: number;
  /** Unsigned: bits 32 to 63 of an IPv6 address, which with `high` make its /64; 0 for IPv4. */
  readonly low: number;
  readonly kind: AddressKind;
}

/** Longest text worth a look: a full IPv6 address with an embedded IPv4 (45), zone, brackets and port. */
const maximumLength = 100;

const ipv4WithPort = /^([\d.]+)(?::(\d{1,5}))?$/;
const ipv4Bytes = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;
const ipv6InBrackets = /^\[([^\]]+)\](?::(\d{1,5}))?$/;
const zone = /%[^%\s]+$/;
/** Embedded IPv4 in any other notation than four decimal numbers would be read as octal or hexadecimal. */
const ipv6 = /^[\da-f:]+(?:(?<=:)(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2}))?$/i;

/**
 * Reads a client address as logs and people write it: `192.0.2.1`, `192.0.2.1:8080`, `2001:db8::1`, `[2001:db8::1]:443`,
 * `fe80::1%eth0`, `::ffff:192.0.2.1`. Numbers with leading zeros are refused: programs disagree on whether they are octal
 * (RFC 6943 §3.1.1). Never throws.
 * @returns `undefined` for host names and everything else that isn't one whole address.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > maximumLength) return undefined;
  const ipv4 = ipv4WithPort.exec(text);
  if (ipv4?.[1] !== undefined) return isPort(ipv4[2]) ? parseIpv4(ipv4[1]) : undefined;
  const bracketed = ipv6InBrackets.exec(text);
  if (bracketed?.[1] !== undefined) return isPort(bracketed[2]) ? parseIpv6(bracketed[1]) : undefined;
  return parseIpv6(text);
}

function parseIpv4(text: string): Address | undefined {
  const bytes = ipv4Bytes.exec(text)?.slice(1).map(Number);
  return bytes === undefined || bytes.some((byte) => byte > 0xff) ? undefined : ipv4Address(text, bytes);
}

function parseIpv6(text: string): Address | undefined {
  // A zone names a network card of the machine that wrote the log and is no part of the address (RFC 4007).
  const bare = text.replace(zone, '');
  if (!ipv6.test(bare) || !ipaddr.IPv6.isValid(bare)) return undefined;
  const address = ipaddr.IPv6.parse(bare);
  if (address.isIPv4MappedAddress()) {
    const mapped = address.toIPv4Address();
    return ipv4Address(mapped.toString(), mapped.octets);
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = address.parts;
  return {
    text: address.toRFC5952String(),
    family: 6,
    high: ((first << 16) | second) >>> 0,
    low: ((third << 16) | fourth) >>> 0,
    kind: kindOfIpv6(address),
  };
}

function ipv4Address(text: string, [first = 0, second = 0, third = 0, fourth = 0]: readonly number[]): Address {
  const high = ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
  return { text, family: 4, high, low: 0, kind: kindOfIpv4(high) };
}

function isPort(digits: string | undefined): boolean {
  return digits === undefined || Number(digits) <= 0xffff;
}
