import { isInRange, parseAddressRange, type AddressRange } from '../addressRange';
import type { Address } from '../parseAddress';

/** Tells the user's own addresses, about which nobody is asked. */
export type OwnAddresses = (address: Address) => boolean;

/** @param texts addresses and networks in CIDR notation; others, such as host names, are left out */
export function ownAddresses(texts: readonly string[]): OwnAddresses {
  const ranges = texts.map(parseAddressRange).filter((range): range is AddressRange => range !== undefined);
  return (address) => ranges.some((range) => isInRange(range, address));
}
