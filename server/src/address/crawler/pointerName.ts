import ipaddr from 'ipaddr.js';

/**
 * The name under which the DNS keeps the names of an address: `1.2.0.192.in-addr.arpa` (RFC 1035 §3.5), and a hexadecimal digit a
 * label under `ip6.arpa` (RFC 3596 §2.5).
 * @param address as `Address.text` has it
 */
export function pointerName(address: string): string {
  const bytes = ipaddr.parse(address).toByteArray();
  if (bytes.length === 4) return `${bytes.toReversed().join('.')}.in-addr.arpa`;
  const digits = bytes.flatMap((byte) => [byte >> 4, byte & 15]).map((digit) => digit.toString(16));
  return `${digits.toReversed().join('.')}.ip6.arpa`;
}
