import { UNKNOWN_PART } from '../references/target';
import { KNOWN_HOSTS, MINING_HOSTS } from './knownHosts';

const HOST = /^\s*(?:(?:https?|wss?):)?(?:\/\/|\\\/\\\/)([^/?#:\\"'\s<>]{1,253})/i;
const IN_TEXT = /(?:(?:https?|wss?):)?(?:\/\/|\\\/\\\/)((?:[a-z\d_-]{1,63}\.)+[a-z\d]{2,24})(?=[/?#:"'\\\s<>),;]|$)/gi;
const NAME = /^(?:[a-z\d_-]{1,63}\.)+[a-z][a-z\d-]{1,23}$/;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Addresses that are nobody else's: RFC 1918, RFC 5735. */
const OWN_ADDRESS = /^(?:127|10|0)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./;
/** Names that stand for none, or are only seen at home: RFC 2606, RFC 6761, RFC 6762. */
const NO_HOST = /(?:^|\.)(?:example\.(?:com|net|org)|test|localhost|local|lan|home|internal|invalid)$/;

/**
 * The host of an absolute URL when it belongs to somebody else.
 * @returns lower case; `undefined` for the page's own host, for services that ordinary sites use, and where no host is known.
 */
export function foreignHost(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : HOST.exec(url)?.[1]?.toLowerCase();
  return host === undefined || host.includes(UNKNOWN_PART) ? undefined : judged(host);
}

/** The first host of somebody else's that a text names in a URL. */
export function foreignHostIn(text: string): string | undefined {
  for (const match of text.matchAll(IN_TEXT)) {
    const host = judged(match[1]!.toLowerCase());
    if (host !== undefined) return host;
  }
  return undefined;
}

/** Whether a host belongs to a service that makes visitors' computers calculate. */
export function isMiningHost(host: string): boolean {
  return hasSuffix(MINING_HOSTS, host);
}

function judged(host: string): string | undefined {
  if (ADDRESS.test(host)) return OWN_ADDRESS.test(host) ? undefined : host;
  return !NAME.test(host) || NO_HOST.test(host) || hasSuffix(KNOWN_HOSTS, host) ? undefined : host;
}

/** Whether the host, or a domain that it belongs to, is in the list. */
function hasSuffix(hosts: ReadonlySet<string>, host: string): boolean {
  for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1) {
    if (hosts.has(host.slice(at))) return true;
    if (!host.includes('.', at)) return false;
  }
  return false;
}
