import type { Address } from '../../parseAddress';
import type { JsonStore } from '../jsonStore';
import { record } from '../rdap/json';
import type { Clock, Fetch } from '../transport';
import { bundledServices, parseServices, rdapServerFor, type RdapService } from './rdapServers';

/** IANA's lists of the RDAP servers for addresses (RFC 9224 §13.1). */
const LISTS = ['https://data.iana.org/rdap/ipv4.json', 'https://data.iana.org/rdap/ipv6.json'] as const;
/** The lists are asked for again after this time, in ms, whether or not they could be had. */
const DAY = 24 * 60 * 60_000;
const LARGEST_LIST = 1024 * 1024;
const TIMEOUT = 15_000;

/** IANA's lists as the program brings them, or as they were last fetched: at most once a day, and only beside a look-up. */
export class RdapServerList {
  readonly #store: JsonStore | undefined;
  readonly #fetch: Fetch;
  readonly #clock: Clock;
  /** `undefined` before anybody asked: reading the networks takes a while, and the server starts with this list. */
  #services: readonly RdapService[] | undefined;
  /** When the lists were last asked for, ms since 1970-01-01 UTC. */
  #asked = Number.NEGATIVE_INFINITY;
  #loading: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;

  /** @param store without one, the lists that the program brings are used and never asked for */
  constructor(store: JsonStore | undefined, fetch: Fetch, clock: Clock) {
    this.#store = store;
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** URL of the RDAP server for an address; `undefined` where there is none. Never rejects. */
  async serverFor(address: Address): Promise<string | undefined> {
    await (this.#loading ??= this.#load());
    return rdapServerFor(address, (this.#services ??= bundledServices()));
  }

  /** Fetches the lists where they are older than a day; what can't be had stays as it is. Never rejects. */
  refresh(): Promise<void> {
    return (this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined)));
  }

  async #refresh(): Promise<void> {
    if (this.#store === undefined) return;
    await (this.#loading ??= this.#load());
    const now = this.#clock.now();
    if (now - this.#asked < DAY) return;
    this.#asked = now;
    const signal = new AbortController().signal;
    const texts: string[] = [];
    for (const url of LISTS) {
      const answer = await this.#fetch({ url, maximumBytes: LARGEST_LIST, timeout: TIMEOUT }, signal).catch(
        () => undefined,
      );
      if (answer !== undefined && !('problem' in answer) && answer.status === 200) texts.push(answer.body);
    }
    if (texts.length === LISTS.length) this.#use(texts);
    await this.#store.save({ asked: now, lists: texts });
  }

  async #load(): Promise<void> {
    const { asked, lists } = record(await this.#store?.load());
    if (typeof asked !== 'number' || asked > this.#clock.now() || !Array.isArray(lists)) return;
    this.#asked = asked;
    this.#use(lists);
  }

  /** Both lists or none: the services of one alone would know no server for the other family. */
  #use(lists: readonly unknown[]): void {
    const parsed = lists.map((text) => (typeof text === 'string' ? parseServices(text) : undefined));
    if (parsed.length !== LISTS.length || parsed.includes(undefined)) return;
    this.#services = parsed.flatMap((services) => services ?? []);
  }
}
