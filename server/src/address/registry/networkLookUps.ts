import type { Address } from '../parseAddress';
import { RdapServerList } from './bootstrap/rdapServerList';
import type { JsonStore } from './jsonStore';
import { LookUpProblem } from './lookUpProblem';
import { Manners } from './manners';
import { NetworkCache } from './networkCache';
import { askRdap } from './rdap/rdapClient';
import { registryOf } from './registryHosts';
import type { RegistryNetwork } from './registryNetwork';
import type { Clock, RegistryTransports } from './transport';
import { askWhoisServers } from './whois/whoisChain';
import type { WhoisTimeouts } from './whois/whoisClient';

/** What looking up takes. */
export interface LookUpTools {
  readonly transports: RegistryTransports;
  readonly clock: Clock;
  /** Where answers, and IANA's lists of servers, are kept. Where the lists can't be, those that the program brings are used. */
  readonly stores: { readonly networks: JsonStore; readonly servers?: JsonStore };
  /** Other timeouts than the usual ones. */
  readonly whoisTimeouts?: WhoisTimeouts;
}

/** A network, and when a registry said so where nobody was asked now. */
export interface LookedUp {
  readonly network: RegistryNetwork;
  /** ISO 8601; absent where a registry was asked. */
  readonly cached?: string;
}

/**
 * Whose networks addresses are in: what is known from before, else what the registries say, by RDAP and, where that fails, by
 * WHOIS. Whoever calls this has made sure that asking is allowed and that the address is public.
 */
export class NetworkLookUps {
  readonly #tools: LookUpTools;
  readonly #manners: Manners;
  readonly #cache: NetworkCache;
  readonly #servers: RdapServerList;
  /** By registry, resolves when the look-ups before are done. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(tools: LookUpTools) {
    const { clock, stores } = tools;
    this.#tools = tools;
    this.#manners = new Manners(clock);
    this.#cache = new NetworkCache(stores.networks, () => clock.now());
    this.#servers = new RdapServerList(stores.servers, tools.transports.fetch, clock);
  }

  /** What is known from before; nobody is asked. */
  async known(address: Address): Promise<LookedUp | undefined> {
    await this.#cache.load();
    const network = this.#cache.find(address);
    return network && { network, cached: network.answered };
  }

  /** Reads what was kept from earlier sessions, once. Never rejects. */
  load(): Promise<void> {
    return this.#cache.load();
  }

  /** The same without waiting: what was kept is known once it was loaded. */
  knownNow(address: Address): RegistryNetwork | undefined {
    return this.#cache.find(address);
  }

  /**
   * Looks an address up.
   * @param refresh asks even where it is known from before
   * @throws LookUpProblem; the signal's reason when it is stopped
   */
  async lookUp(address: Address, signal: AbortSignal, refresh = false): Promise<LookedUp> {
    const known = refresh ? undefined : await this.known(address);
    if (known !== undefined) return known;
    const registry = await this.registryFor(address);
    const turn = (this.#turns.get(registry) ?? Promise.resolve()).then(() => this.#lookUpNow(address, signal, refresh));
    this.#turns.set(
      registry,
      turn.catch(() => undefined),
    );
    return stoppable(turn, signal);
  }

  /** Names the registry that is asked first for an address: addresses with the same one are looked up one after the other. */
  async registryFor(address: Address): Promise<string> {
    const base = await this.#servers.serverFor(address);
    return base === undefined ? '' : registryOf(new URL(base).hostname);
  }

  /** Forgets what registries said. */
  forget(): Promise<void> {
    return this.#cache.clear();
  }

  async #lookUpNow(address: Address, signal: AbortSignal, refresh: boolean): Promise<LookedUp> {
    signal.throwIfAborted();
    // What was asked while this one waited may have been about the same network.
    const known = refresh ? undefined : await this.known(address);
    if (known !== undefined) return known;
    const network = await this.#ask(address, signal);
    await this.#cache.add(network);
    void this.#servers.refresh();
    return { network };
  }

  async #ask(address: Address, signal: AbortSignal): Promise<RegistryNetwork> {
    const { transports, clock, whoisTimeouts: timeouts } = this.#tools;
    const tools = { ...transports, clock, manners: this.#manners, timeouts };
    const base = await this.#servers.serverFor(address);
    let problem: LookUpProblem | undefined;
    try {
      if (base !== undefined) return await askRdap(address, base, tools, signal);
    } catch (error) {
      // A registry that wants to be let be is not asked the same in another way.
      if (!(error instanceof LookUpProblem) || error.reason === 'busy' || error.reason === 'refused') throw error;
      problem = error;
    }
    try {
      return await askWhoisServers(address, tools, signal);
    } catch (error) {
      // Many networks let nobody out by WHOIS: then what RDAP said tells more.
      const isCutOff = error instanceof LookUpProblem && ['unreachable', 'timeout'].includes(error.reason);
      throw isCutOff && problem !== undefined ? problem : error;
    }
  }
}

/** Rejects at once when it is stopped, even while work waits for the turn of a registry. */
function stoppable<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
