import type { Address } from '../../parseAddress';
import { mostSpecific, registryNetwork } from '../foundNetwork';
import { LookUpProblem } from '../lookUpProblem';
import type { Manners } from '../manners';
import { allowedHost, registryOf } from '../registryHosts';
import type { RegistryNetwork } from '../registryNetwork';
import type { Clock, Fetch, FetchedAnswer } from '../transport';
import { parseJson } from './json';
import { readRdapNetwork } from './readRdapNetwork';

/** Largest answer that is read, in bytes; ordinary ones have 5 to 30 KB. */
const LARGEST_ANSWER = 1024 * 1024;
/** Longest time for an answer, in ms. */
const TIMEOUT = 15_000;
/** Most redirects: from a registry to the one that a network was handed to, and within it. */
const MOST_REDIRECTS = 5;

const HTTPS_PORTS: ReadonlySet<string> = new Set(['', '443']);

/** What asking by RDAP takes. */
export interface RdapTools {
  readonly fetch: Fetch;
  readonly manners: Manners;
  readonly clock: Clock;
}

/**
 * Asks by RDAP (RFC 9082 §3.1.1) whose network an address is in, and follows redirects to other registries (RFC 7480 §5.2).
 * @param base URL of the registry's server, which ends with a slash
 * @throws LookUpProblem
 */
export async function askRdap(
  address: Address,
  base: string,
  { fetch, manners, clock }: RdapTools,
  signal: AbortSignal,
): Promise<RegistryNetwork> {
  const seen = new Set<string>();
  for (let url = checkedUrl(`${base}ip/${address.text}`, base); ;) {
    if (seen.has(url.href) || seen.size > MOST_REDIRECTS) throw new LookUpProblem('loop', url.hostname);
    seen.add(url.href);
    const question = { url: url.href, maximumBytes: LARGEST_ANSWER, timeout: TIMEOUT };
    const answer = await manners.ask(url.hostname, signal, async () => {
      const fetched = await fetch(question, signal);
      signal.throwIfAborted();
      if ('problem' in fetched) throw new LookUpProblem(fetched.problem, url.hostname);
      if (asksForRest(fetched)) manners.letBe(url.hostname, fetched.retryAfter);
      return fetched;
    });
    const next = redirectOf(answer, url);
    if (next === undefined) return networkOf(answer, address, url.hostname, clock);
    url = next;
  }
}

function asksForRest({ status, retryAfter }: FetchedAnswer): boolean {
  return status === 429 || (status === 503 && retryAfter !== undefined);
}

/** Where a redirect leads; `undefined` where the answer is none. */
function redirectOf({ status, location }: FetchedAnswer, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  if (location === undefined) throw new LookUpProblem('unreadable', from.hostname);
  return checkedUrl(location, from.href);
}

/** A URL that may be asked: by HTTPS, at the usual port, of a host of the internet. */
function checkedUrl(text: string, base: string): URL {
  const from = new URL(base).hostname;
  if (!URL.canParse(text, base)) throw new LookUpProblem('unreadable', from);
  const url = new URL(text, base);
  const isPlain = url.protocol === 'https:' && HTTPS_PORTS.has(url.port) && url.username === '' && url.password === '';
  if (!isPlain || allowedHost(url.hostname) === undefined) throw new LookUpProblem('forbidden', from);
  return url;
}

function networkOf(answer: FetchedAnswer, address: Address, server: string, clock: Clock): RegistryNetwork {
  if (answer.status !== 200) throw new LookUpProblem(failureOf(answer), server);
  const found = readRdapNetwork(parseJson(answer.body));
  if (found === undefined) throw new LookUpProblem('unreadable', server);
  // A network that the address is not in, or that nobody holds, is no answer.
  const network = mostSpecific([found], address);
  if (network === undefined) throw new LookUpProblem('unknown', server);
  const answered = new Date(clock.now()).toISOString();
  return registryNetwork(network, { registry: registryOf(server), source: 'rdap', server, answered });
}

function failureOf(answer: FetchedAnswer): LookUpProblem['reason'] {
  if (asksForRest(answer)) return 'busy';
  if (answer.status === 404) return 'unknown';
  return answer.status === 401 || answer.status === 403 ? 'refused' : 'unreachable';
}
