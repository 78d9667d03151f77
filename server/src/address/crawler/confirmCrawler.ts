import { parseAddress, type Address } from '../parseAddress';
import { registryText } from '../registry/registryText';
import { crawlerOperatorOf } from './crawlerNames';

/**
 * The DNS. Both give nothing where there is no such record, and reject with `LookUpProblem` where nobody answers.
 * @param signal stops the question
 */
export interface NameResolver {
  /** Names of an address (PTR records, RFC 1035 §3.5). */
  namesOf(address: string, signal: AbortSignal): Promise<readonly string[]>;
  /** IPv4 and IPv6 addresses of a name. */
  addressesOf(name: string, signal: AbortSignal): Promise<readonly string[]>;
}

/** Whether an address is of a crawler. */
export type CrawlerCheck =
  | { readonly kind: 'confirmed'; readonly operator: string; readonly host: string }
  | { readonly kind: 'notConfirmed'; readonly why: 'noName' | 'otherName' | 'forgedName'; readonly host?: string };

/** Most names of an address that are looked at; one is usual. */
const MOST_NAMES = 5;

/**
 * Confirms a crawler as its operators ask for it: the address's name is in one of their domains, and leads back to the address.
 * The name alone proves nothing, as whoever holds an address gives it any name.
 */
export async function confirmCrawler(address: Address, dns: NameResolver, signal: AbortSignal): Promise<CrawlerCheck> {
  const names = (await dns.namesOf(address.text, signal)).slice(0, MOST_NAMES);
  const [first] = names;
  if (first === undefined) return { kind: 'notConfirmed', why: 'noName' };
  const claimed = names.find((name) => crawlerOperatorOf(name) !== undefined);
  if (claimed === undefined) return { kind: 'notConfirmed', why: 'otherName', host: registryText(first) };
  const host = registryText(claimed) ?? '';
  const addresses = await dns.addressesOf(claimed, signal);
  const leadsBack = addresses.some((text) => parseAddress(text)?.text === address.text);
  if (!leadsBack) return { kind: 'notConfirmed', why: 'forgedName', host };
  return { kind: 'confirmed', operator: crawlerOperatorOf(claimed) ?? '', host };
}
