import type { Address } from '../../parseAddress';
import { mostSpecific, registryNetwork, type FoundNetwork } from '../foundNetwork';
import { LookUpProblem } from '../lookUpProblem';
import type { Manners } from '../manners';
import { registryOf } from '../registryHosts';
import type { LookUpFailure, RegistryNetwork } from '../registryNetwork';
import type { Clock, Connect } from '../transport';
import { readWhoisNetworks } from './readNetworks';
import { referralIn } from './referral';
import { askWhois, type WhoisTimeouts } from './whoisClient';

/** Where every chain of referrals begins. */
const FIRST_SERVER = 'whois.iana.org';
/** Most servers that are asked for one address. */
const MOST_HOPS = 5;

/**
 * How servers want to be asked where the address alone is not enough. ARIN: networks only, with all details. RIPE NCC and AFRINIC:
 * without the people behind, of whom they give only so many to one asker a day.
 */
const QUESTIONS: ReadonlyMap<string, (address: string) => string> = new Map([
  ['whois.arin.net', (address: string) => `n + ${address}`],
  ['whois.ripe.net', (address: string) => `-r ${address}`],
  ['whois.afrinic.net', (address: string) => `-r ${address}`],
]);

/** How registries say instead of an answer that they are asked too often, or by somebody whom they don't answer. */
const BUSY =
  /rate limit|limit exceeded|too many (?:queries|requests|simultaneous)|query rate|exceeded the (?:limit|maximum|number)|%ERROR:30[67]/i;
const REFUSED = /access (?:has been )?denied|access from your host|%ERROR:20[12]|permanently blocked|blacklisted/i;

/** What asking by WHOIS takes. */
export interface WhoisTools {
  readonly connect: Connect;
  readonly manners: Manners;
  readonly clock: Clock;
  readonly timeouts?: WhoisTimeouts;
}

/** A network, and the server that described it. */
interface Described {
  readonly network: FoundNetwork;
  readonly server: string;
}

/**
 * Asks by WHOIS whose network an address is in, from IANA's server on along the referrals to registries of regions and countries.
 * The smallest network that any of them describes counts.
 * @throws LookUpProblem where none of them describes one
 */
export async function askWhoisServers(
  address: Address,
  tools: WhoisTools,
  signal: AbortSignal,
): Promise<RegistryNetwork> {
  const asked = new Set<string>();
  let best: Described | undefined;
  let problem: LookUpProblem | undefined;
  for (let server: string | undefined = FIRST_SERVER; server !== undefined;) {
    asked.add(server);
    try {
      const answer = await askServer(server, address, tools, signal);
      best = moreSpecific(best, answer, server, address);
      server = nextServer(answer, server, asked);
    } catch (error) {
      if (signal.aborted || !(error instanceof LookUpProblem)) throw error;
      problem = error;
      server = undefined;
    }
  }
  if (best === undefined) throw problem ?? new LookUpProblem('unknown', [...asked].at(-1)!);
  const answered = new Date(tools.clock.now()).toISOString();
  return registryNetwork(best.network, {
    registry: registryOf(best.server),
    source: 'whois',
    server: best.server,
    answered,
  });
}

function askServer(
  server: string,
  address: Address,
  { connect, manners, timeouts }: WhoisTools,
  signal: AbortSignal,
): Promise<string> {
  const question = QUESTIONS.get(server)?.(address.text) ?? address.text;
  return manners.ask(server, signal, async () => {
    const answer = await askWhois(server, question, connect, signal, timeouts);
    const failure = refusalIn(answer);
    if (failure === 'busy') manners.letBe(server);
    if (failure !== undefined) throw new LookUpProblem(failure, server);
    return answer;
  });
}

/** IANA's server knows which registry a network was given to, and nothing of who holds it. */
function moreSpecific(
  best: Described | undefined,
  answer: string,
  server: string,
  address: Address,
): Described | undefined {
  if (server === FIRST_SERVER) return best;
  const known = best === undefined ? [] : [best.network];
  const network = mostSpecific([...known, ...readWhoisNetworks(answer)], address);
  return network === undefined || network === best?.network ? best : { network, server };
}

/**
 * The server that an answer sends on to; `undefined` at the end of the chain.
 * @throws LookUpProblem where it may not be asked, was asked before, or would be one too many
 */
function nextServer(answer: string, server: string, asked: ReadonlySet<string>): string | undefined {
  const referral = referralIn(answer);
  if (referral === 'forbidden') throw new LookUpProblem('forbidden', server);
  if (referral === undefined || referral.host === server) return undefined;
  if (asked.has(referral.host) || asked.size === MOST_HOPS) throw new LookUpProblem('loop', server);
  return referral.host;
}

/** Why an answer is none. Answers that describe a network may have such words in their terms of use. */
function refusalIn(answer: string): LookUpFailure | undefined {
  if (readWhoisNetworks(answer).length > 0) return undefined;
  if (BUSY.test(answer)) return 'busy';
  return REFUSED.test(answer) ? 'refused' : undefined;
}
