import { addressNumber, bitsOf, prefixesOf, spanBetween } from '../addressSpan';
import type { Address } from '../parseAddress';
import type { JsonStore } from './jsonStore';
import { record } from './rdap/json';
import type { RegistryNetwork } from './registryNetwork';
import { readStoredNetwork } from './storedNetwork';

/** How long an answer counts, in ms: networks seldom change hands. */
const LONGEST_AGE = 30 * 24 * 60 * 60_000;
/** Most networks that are kept; the oldest answers go first. */
const MOST_NETWORKS = 2000;
/** Version of the file's layout. */
const VERSION = 1;

/** What registries said, by network and not by address, from one session to the next. */
export class NetworkCache {
  readonly #store: JsonStore;
  readonly #now: () => number;
  /** By `first last`. */
  #networks = new Map<string, RegistryNetwork>();
  #prefixes = new PrefixTable();
  #loading: Promise<void> | undefined;

  /** @param now gives ms since 1970-01-01 UTC */
  constructor(store: JsonStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Reads what was kept, once. Never rejects. */
  load(): Promise<void> {
    return (this.#loading ??= this.#read());
  }

  /** The smallest network known to have an address; `undefined` for none. What was kept is known after `load`. */
  find(address: Address): RegistryNetwork | undefined {
    return this.#prefixes.find(address, (network) => this.#isFresh(network));
  }

  /** Adds an answer and keeps it. */
  async add(network: RegistryNetwork): Promise<void> {
    await this.load();
    this.#put(network);
    // Another window may have kept something meanwhile.
    await this.#read();
    await this.#save();
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await this.load();
    this.#networks.clear();
    this.#prefixes = new PrefixTable();
    await this.#save();
  }

  async #read(): Promise<void> {
    const { version, networks } = record(await this.#store.load());
    if (version !== VERSION || !Array.isArray(networks)) return;
    for (const value of networks.slice(0, MOST_NETWORKS)) {
      const network = readStoredNetwork(value);
      if (network !== undefined && this.#isFresh(network)) this.#put(network);
    }
  }

  #put(network: RegistryNetwork): void {
    const key = `${network.first} ${network.last}`;
    const known = this.#networks.get(key);
    if (known !== undefined && known.answered >= network.answered) return;
    this.#networks.set(key, network);
    this.#prefixes.put(network);
  }

  #save(): Promise<void> {
    const newest = [...this.#networks.values()].toSorted((a, b) => (a.answered < b.answered ? 1 : -1));
    const networks = newest.filter((network) => this.#isFresh(network)).slice(0, MOST_NETWORKS);
    return this.#store.save({ version: VERSION, networks });
  }

  #isFresh({ answered }: RegistryNetwork): boolean {
    const age = this.#now() - Date.parse(answered);
    // An answer of the future was kept while the clock was wrong.
    return age >= 0 && age < LONGEST_AGE;
  }
}

/** Networks by their prefixes: a look-up tries each length that there is, the longest first. */
class PrefixTable {
  readonly #lengths = {
    4: new Map<number, Map<bigint, RegistryNetwork>>(),
    6: new Map<number, Map<bigint, RegistryNetwork>>(),
  };
  /** The lengths that there are, the longest first. */
  readonly #order: Record<4 | 6, readonly number[]> = { 4: [], 6: [] };

  put(network: RegistryNetwork): void {
    const span = spanBetween(network.first, network.last);
    if (span === undefined) return;
    for (const { first, bits } of prefixesOf(span)) this.#prefixes(span.family, bits).set(first, network);
  }

  find(address: Address, isWanted: (network: RegistryNetwork) => boolean): RegistryNetwork | undefined {
    const { family } = address;
    const number = addressNumber(address);
    for (const bits of this.#order[family]) {
      const rest = BigInt(bitsOf(family) - bits);
      const network = this.#lengths[family].get(bits)?.get((number >> rest) << rest);
      if (network !== undefined && isWanted(network)) return network;
    }
    return undefined;
  }

  #prefixes(family: 4 | 6, bits: number): Map<bigint, RegistryNetwork> {
    const lengths = this.#lengths[family];
    const known = lengths.get(bits);
    if (known !== undefined) return known;
    const prefixes = new Map<bigint, RegistryNetwork>();
    lengths.set(bits, prefixes);
    this.#order[family] = [...lengths.keys()].toSorted((a, b) => b - a);
    return prefixes;
  }
}
