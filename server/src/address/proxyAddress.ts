import { parseAddressRange } from './addressRange';
import type { Address } from './parseAddress';
import { proxyNetworks } from './proxyNetworks';

/**
 * Kinds of addresses that no visitor from the internet has, so that a web server sees them only of a proxy in front of it
 * (RFC 6890). Addresses for documentation stand for public ones in examples.
 */
const PRIVATE_KINDS: ReadonlySet<Address['kind']> = new Set([
  'private',
  'loopback',
  'link-local',
  'carrier-grade-nat',
  'unspecified',
]);

/** A network of a proxy operator as an `Address` has its first 64 bits, and which of them count. */
interface Prefix {
  readonly operator: string;
  readonly high: number;
  readonly highMask: number;
  readonly low: number;
  readonly lowMask: number;
}

const HALF_BITS = 32;

/** Networks by the first byte of their addresses, IPv4 and IPv6 apart: an address is compared with few. */
type PrefixTable = Map<number, Prefix[]>;

/** Made when first needed: reading the networks takes longer than all else that starts with a program. */
let table: PrefixTable | undefined;

/** Whether a web server sees the address of a proxy: one that is not public, or of a content delivery network. */
export function isProxyAddress(address: Address): boolean {
  return PRIVATE_KINDS.has(address.kind) || proxyOperator(address) !== undefined;
}

/** The content delivery network that an address is of; `undefined` for all other addresses. */
export function proxyOperator({ family, high, low }: Address): string | undefined {
  table ??= prefixTable();
  return (table.get(keyOf(family, high >>> 24)) ?? []).find(
    (prefix) => ((high ^ prefix.high) & prefix.highMask) === 0 && ((low ^ prefix.low) & prefix.lowMask) === 0,
  )?.operator;
}

function prefixTable(): PrefixTable {
  const prefixes: PrefixTable = new Map();
  for (const { operator, networks } of proxyNetworks) {
    for (const text of networks.split(' ')) addNetwork(prefixes, operator, text);
  }
  return prefixes;
}

function addNetwork(prefixes: PrefixTable, operator: string, text: string): void {
  const range = parseAddressRange(text);
  if (range === undefined || range.bits > 2 * HALF_BITS) throw new Error(`No network of at most 64 bits: ${text}`);
  const { family, bits, bytes } = range;
  const prefix: Prefix = {
    operator,
    high: word(bytes, 0),
    highMask: mask(Math.min(bits, HALF_BITS)),
    low: word(bytes, 4),
    lowMask: mask(Math.max(0, bits - HALF_BITS)),
  };
  // A network wider than a byte holds several first bytes.
  const last = bytes[0]! + 2 ** Math.max(0, 8 - bits) - 1;
  for (let byte = bytes[0]!; byte <= last; byte++) {
    const key = keyOf(family, byte);
    prefixes.set(key, [...(prefixes.get(key) ?? []), prefix]);
  }
}

function keyOf(family: 4 | 6, firstByte: number): number {
  return family === 4 ? firstByte : 256 + firstByte;
}

/** Four bytes from `at` on as one number; 0 behind the end. */
function word(bytes: readonly number[], at: number): number {
  return bytes.slice(at, at + 4).reduce((sum, byte) => (sum << 8) | byte, 0);
}

/** The number whose first `bits` of 32 are set. */
function mask(bits: number): number {
  return bits === 0 ? 0 : -1 << (HALF_BITS - bits);
}
