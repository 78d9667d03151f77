import type { AddressData } from '../../address/addressData';
import { parseAddress } from '../../address/parseAddress';
import { attackersOf } from '../../incident/attackers';
import type { Incident } from '../../incident/incident';
import { count } from '../../numbers';
import { crawlerOperators } from '../../rules/log/facts/crawlerOperators';
import { t } from '../../words';
import type { DenyFormat } from './denyFormat';
import { denyRules } from './denyFormats';
import { denyList } from './denyList';
import { refusalText } from './refusalWords';

const CRAWLER_SYSTEMS: ReadonlySet<number> = new Set(crawlerOperators.flatMap(({ systems }) => systems));

/** Rules that shut out the attackers of an incident. */
export interface IncidentDenyRules {
  readonly text: string;
  /** Networks in `text`. */
  readonly networks: number;
  /** Whom they leave alone and why, in the user's language. Quotes the logs. */
  readonly refused: readonly string[];
}

/**
 * Rules that shut out the attackers of an incident.
 * @param own the user's own addresses and networks
 * @param data tells search engines; none is left alone without it
 */
export function denyRulesOf(
  incident: Incident,
  format: DenyFormat,
  own: readonly string[],
  data: Pick<AddressData, 'lookup'> | undefined,
): IncidentDenyRules {
  const isCrawler = (text: string): boolean => {
    const address = parseAddress(text);
    const asn = address && data?.lookup(address)?.asn;
    return asn !== undefined && CRAWLER_SYSTEMS.has(asn);
  };
  const addresses = attackersOf(incident).map(({ address }) => address);
  const { networks, refused } = denyList({ addresses, own, isCrawler });
  const about = t('{0} addresses that attacked', count(addresses.length - refused.length));
  return {
    text: denyRules(networks, format, about, new Date().toISOString().slice(0, 10)),
    networks: networks.length,
    refused: refused.map(({ text, why }) => t('{0}: {1}', text, refusalText(why))),
  };
}
