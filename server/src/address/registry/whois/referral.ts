import { allowedHost } from '../registryHosts';

/** What an answer says of the server to ask next. */
export type Referral = { readonly host: string } | 'forbidden' | undefined;

/** The port of WHOIS (RFC 3912 §2), the only one that is connected to. */
export const WHOIS_PORT = 43;

/**
 * Lines that name the registry that a network was given to: IANA's `refer:` and `whois:`, ARIN's `ReferralServer:` with a URL.
 * Others (rwhois:, http:) lead to no registry.
 */
const REFERRAL = /^(?:refer|whois|ReferralServer):[ \t]*(?:whois:\/\/)?([^\s/]{1,260})/im;
/** What is left of a URL with another scheme. */
const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:$/i;

/**
 * National registries by those who maintain their networks in APNIC's register: what APNIC says of these is coarse.
 * Source: https://www.apnic.net/about-apnic/organization/apnics-region/national-internet-registries/
 */
const NATIONAL: readonly (readonly [sign: RegExp, host: string])[] = [
  [/^(?:mnt-by|mnt-lower|mnt-routes):\s*MAINT-JPNIC\b/im, 'whois.nic.ad.jp'],
  [/^(?:mnt-by|mnt-lower|mnt-routes):\s*MNT-KRNIC-AP\b/im, 'whois.kisa.or.kr'],
  [/^(?:mnt-by|mnt-lower|mnt-routes):\s*MAINT-TW-TWNIC\b/im, 'whois.twnic.net'],
];

/** The server that an answer sends on to; `forbidden` where it is none of the internet, or not at WHOIS's port. */
export function referralIn(answer: string): Referral {
  const named = REFERRAL.exec(answer)?.[1];
  if (named !== undefined && !OTHER_SCHEME.test(named)) return referralTo(named);
  const national = NATIONAL.find(([sign]) => sign.test(answer));
  return national && { host: national[1] };
}

function referralTo(named: string): Referral {
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*|[\da-f:]*:[\da-f:]*)(?::(\d+))?$/i.exec(named) ?? [];
  const allowed = allowedHost(host);
  const isUsualPort = port === undefined || Number(port) === WHOIS_PORT;
  return allowed === undefined || !isUsualPort ? 'forbidden' : { host: allowed };
}
