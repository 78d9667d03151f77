import { parseAddress } from '../address/parseAddress';
import { LookUpProblem } from '../address/registry/lookUpProblem';
import { failureText, refusalText } from '../address/registry/lookUpTexts';
import type { NetworkLookUps } from '../address/registry/networkLookUps';
import { ownAddresses } from '../address/registry/ownAddresses';
import { MOST_LOOK_UPS, type RegistryNetwork } from '../address/registry/registryNetwork';
import { machineAddresses } from '../machineAddresses';
import { count } from '../numbers';
import { t } from '../words';

/** What the registries say of an address, or why they don't, in the user's language. */
export type OnlineNetwork =
  | { readonly network: RegistryNetwork; readonly problem?: never }
  | { readonly network?: never; readonly problem: string };

/**
 * Asks the registries about addresses, one after the other and each network once. Public addresses that are not this computer's
 * own are asked about, `MOST_LOOK_UPS` at most.
 */
export async function onlineNetworks(
  texts: readonly string[],
  lookUps: NetworkLookUps,
): Promise<ReadonlyMap<string, OnlineNetwork>> {
  const found = new Map<string, OnlineNetwork>();
  const isOwn = ownAddresses(machineAddresses());
  const { signal } = new AbortController();
  for (const text of texts) {
    const address = parseAddress(text);
    // What is no address is said without being looked up.
    if (address === undefined || found.has(text)) continue;
    if (address.kind !== 'public') found.set(text, { problem: refusalText(address.kind) });
    else if (isOwn(address)) found.set(text, { problem: refusalText('own') });
    else if (found.size >= MOST_LOOK_UPS) found.set(text, { problem: tooMany() });
    else found.set(text, await lookUps.lookUp(address, signal).catch(problemOf));
  }
  return found;
}

function problemOf(error: unknown): OnlineNetwork {
  if (error instanceof LookUpProblem) return { problem: failureText(error) };
  throw error;
}

function tooMany(): string {
  return t('Not looked up: at most {0} are at once.', count(MOST_LOOK_UPS));
}
