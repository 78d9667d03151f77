import type { AddressDataSource } from '../address/addressDataSource';
import { parseAddress } from '../address/parseAddress';
import { attackersOf } from '../incident/attackers';
import type { Incident } from '../incident/incident';
import { count } from '../numbers';
import { denyRules, type DenyFormat } from '../report/denyRules/denyFormats';
import { denyList } from '../report/denyRules/denyList';
import { refusalText } from '../report/denyRules/refusalWords';
import { terminalText } from '../report/terminal';
import { crawlerOperators } from '../rules/log/facts/crawlerOperators';
import { t } from '../words';
import type { LineSink } from './commandLine';

const CRAWLER_SYSTEMS: ReadonlySet<number> = new Set(crawlerOperators.flatMap(({ systems }) => systems));

/** Prints rules that shut out the attackers of an incident; tells apart from them whom they leave alone, and why. */
export async function printDenyRules(
  incident: Incident,
  format: DenyFormat,
  own: readonly string[],
  addressData: AddressDataSource | undefined,
  output: LineSink,
  errors: LineSink,
): Promise<void> {
  const { data } = (await addressData?.()) ?? {};
  const isCrawler = (text: string): boolean => {
    const address = parseAddress(text);
    const asn = address && data?.lookup(address)?.asn;
    return asn !== undefined && CRAWLER_SYSTEMS.has(asn);
  };
  const addresses = attackersOf(incident).map(({ address }) => address);
  const { networks, refused } = denyList({ addresses, own, isCrawler });
  for (const { text, why } of refused) errors(terminalText(t('{0}: {1}', text, refusalText(why))));
  const about = t('{0} addresses that attacked', count(addresses.length - refused.length));
  output(denyRules(networks, format, about, new Date().toISOString().slice(0, 10)).trimEnd());
}
