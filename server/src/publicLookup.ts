import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicTarget } from './publicTarget';

/** A name that leads to this computer, its local network or another address that is no server's on the internet. */
export class ForbiddenTarget extends Error {}

/**
 * Resolves names as `node:dns` does, and fails with `ForbiddenTarget` where one of the addresses is not public. Checked here,
 * where the connection gets its address from, a name can't change its meaning afterwards ("DNS rebinding").
 */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const addresses: readonly LookupAddress[] = found ?? [];
    const [first] = addresses;
    if (error !== null || first === undefined) return done(error ?? new Error(`No address: ${host}`), '');
    if (!addresses.every(({ address }) => isPublicTarget(address))) {
      return done(new ForbiddenTarget(`Not a public address: ${host}`), '');
    }
    if (options.all === true) done(null, [...addresses]);
    else done(null, first.address, first.family);
  });
};
