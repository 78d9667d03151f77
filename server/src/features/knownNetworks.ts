import type { AddressDataSource, AddressDataState } from '../address/addressDataSource';
import { bundledNetworks, type KnownNetworkLookup } from '../address/clientNetworks';
import { NO_REGISTRIES, type RegistryKnowledge } from './registries/registryRequests';

/** What is known of networks without asking anybody now. */
export interface KnownNetworks {
  readonly bundled: AddressDataState;
  readonly registries: RegistryKnowledge;
  /** Both in one: the names that registries gave with what the bundled data says. */
  readonly lookup: KnownNetworkLookup;
}

/** Gathers what is known; the first call loads the bundled data. Never rejects. */
export async function knownNetworks(
  addressData: AddressDataSource,
  askRegistries: () => Promise<RegistryKnowledge> = async () => NO_REGISTRIES,
): Promise<KnownNetworks> {
  const [bundled, registries] = await Promise.all([addressData(), askRegistries()]);
  const ofBundle = bundledNetworks(bundled);
  const lookup: KnownNetworkLookup = (address) => {
    const registered = registries.known(address);
    if (registered === undefined) return ofBundle(address);
    const { netname, country, organisation } = registered;
    return { country, organisation, ...ofBundle(address), netname };
  };
  return { bundled, registries, lookup };
}
