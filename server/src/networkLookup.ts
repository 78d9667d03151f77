import type { AddressDataSource } from './address/addressDataSource';
import type { NetworkLookup } from './log/logModel';
import type { LogTableData } from './log/logTable';
import { namesCrawlers } from './rules/log/facts/crawlerOperators';

/**
 * The network data as rules ask it, where a log needs it: when programs call themselves a search engine. Loading it takes a
 * tenth of a second, which other logs are spared. `undefined` where it is not needed or can't be had.
 */
export async function networkLookup(
  { texts }: LogTableData,
  addressData: AddressDataSource | undefined,
): Promise<NetworkLookup | undefined> {
  if (addressData === undefined || !namesCrawlers(texts.agent)) return undefined;
  const { data } = await addressData();
  return data && ((address) => data.lookup(address));
}
