import { networkInterfaces } from 'node:os';

/** Addresses of this computer's network cards. */
export function machineAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((cards) => (cards ?? []).map(({ address }) => address));
}
