import type { AddressDataSource } from '../address/addressDataSource';
import { bundledNetworks, type KnownNetworkLookup } from '../address/clientNetworks';

/** What is known of networks without asking anybody; the first call loads the bundled data. Never rejects. */
export async function knownNetworks(addressData: AddressDataSource): Promise<KnownNetworkLookup> {
  return bundledNetworks(await addressData());
}
