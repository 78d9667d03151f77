import path from 'node:path';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { confirmCrawler, type NameResolver } from '../../address/crawler/confirmCrawler';
import { parseAddress, type Address } from '../../address/parseAddress';
import { forgetfulStore } from '../../address/registry/jsonStore';
import { LookUpProblem } from '../../address/registry/lookUpProblem';
import { NetworkLookUps, type LookUpTools } from '../../address/registry/networkLookUps';
import type { RegistryNetwork } from '../../address/registry/registryNetwork';
import type { Clock, Connect } from '../../address/registry/transport';
import { jsonFile } from '../../jsonFile';
import { machineAddresses } from '../../machineAddresses';
import { count } from '../../numbers';
import * as protocol from '../../protocol';
import type { ErrorLog } from '../../runner';
import { t } from '../../words';
import { mayAsk, NO_ACCESS, noAccess, readAccess } from './askingRules';
import { clientFetch } from './clientFetch';
import { lookUpAll } from './lookUpAll';
import { accessRefused, crawlerAnswer, lookUpFailed } from './lookUpWords';

/** The ways to the internet that a server has; tests have their own. */
export interface NetworkRuntime {
  readonly connect: Connect;
  readonly resolver: NameResolver;
  readonly clock: Clock;
}

/** What requests take of the server. */
export interface RegistryTools {
  readonly network: NetworkRuntime;
  /** Addresses and networks that the user calls harmless: own offices and monitors. */
  readonly allowedAddresses: () => Promise<readonly string[]>;
  /** Told when a registry said something that was not known. */
  readonly onLearnt?: () => void;
  readonly log: ErrorLog;
}

/** What registries said before, and what they may be asked now. */
export interface RegistryKnowledge {
  /** What a registry said of the network of a public address; `undefined` where none was asked. */
  readonly known: (address: Address) => RegistryNetwork | undefined;
  readonly access: protocol.NetworkAccess;
}

/** Where registries said nothing and must not be asked. */
export const NO_REGISTRIES: RegistryKnowledge = { known: () => undefined, access: NO_ACCESS };

/** Looks up what a client asks about addresses, as far as the user allowed it. */
export class RegistryRequests {
  readonly #connection: Connection;
  readonly #tools: RegistryTools;
  #lookUps: NetworkLookUps;
  #access = NO_ACCESS;
  /** Stops what is under way when the user no longer allows it. */
  #withdrawal = new AbortController();

  constructor(connection: Connection, tools: RegistryTools) {
    this.#connection = connection;
    this.#tools = tools;
    this.#lookUps = this.#createLookUps({ networks: forgetfulStore });
    connection.onNotification(protocol.NetworkAccessChanged, (access) => this.#changeAccess(access));
    connection.onNotification(protocol.ForgetNetworks, () => void this.#lookUps.forget());
    connection.onRequest(protocol.KnownNetworksRequest, ({ addresses }) =>
      Promise.all(addresses.map((text) => this.#knownAnswer(text))),
    );
    connection.onRequest(protocol.LookUpNetworkRequest, ({ address, refresh }, token) =>
      stoppable(token, async (signal) => this.#lookUp(address, await this.#own(), signal, refresh)),
    );
    connection.onRequest(protocol.LookUpNetworksRequest, (parameters, token) =>
      stoppable(token, (signal) => this.#lookUpMany(parameters, signal)),
    );
    connection.onRequest(protocol.ConfirmCrawlerRequest, ({ address }, token) =>
      stoppable(token, (signal) => this.#confirmCrawler(address, signal)),
    );
  }

  /** Takes over what the client said at the start. */
  initialize({ storage, networkAccess }: Partial<protocol.InitializationOptions>): void {
    this.#access = readAccess(networkAccess);
    if (storage === undefined) return;
    const kept = (name: string) => jsonFile(path.join(storage, 'registries', name));
    this.#lookUps = this.#createLookUps({ networks: kept('networks.json'), servers: kept('servers.json') });
  }

  /** What may be asked now. */
  get access(): protocol.NetworkAccess {
    return this.#access;
  }

  /** What a registry said before about the network of an address, for hovers and lists; nobody is asked. */
  async known(text: string): Promise<RegistryNetwork | undefined> {
    const address = parseAddress(text);
    return address?.kind === 'public' ? (await this.#lookUps.known(address))?.network : undefined;
  }

  /** The same for many addresses, without waiting for each. Never rejects. */
  async knowledge(): Promise<RegistryKnowledge> {
    const lookUps = this.#lookUps;
    await lookUps.load();
    return { known: (address) => lookUps.knownNow(address), access: this.#access };
  }

  async #knownAnswer(text: string): Promise<protocol.NetworkFound | null> {
    const network = await this.known(text);
    return network === undefined ? null : { kind: 'found', network, cached: network.answered };
  }

  #lookUp(text: string, own: readonly string[], signal: AbortSignal, refresh = false): Promise<protocol.NetworkAnswer> {
    return this.#ask(text, own, signal, async (address, stop) => {
      const { network, cached } = await this.#lookUps.lookUp(address, stop, refresh);
      if (cached === undefined) this.#tools.onLearnt?.();
      return { kind: 'found', network, cached };
    });
  }

  async #confirmCrawler(text: string, signal: AbortSignal): Promise<protocol.CrawlerAnswer> {
    return this.#ask<protocol.CrawlerAnswer>(text, await this.#own(), signal, async (address, stop) =>
      crawlerAnswer(await confirmCrawler(address, this.#tools.network.resolver, stop)),
    );
  }

  async #lookUpMany(
    { addresses, limit, workDoneToken }: protocol.LookUpNetworksParams,
    signal: AbortSignal,
  ): Promise<protocol.NetworkAnswers> {
    const own = await this.#own();
    const progress = this.#connection.window.attachWorkDoneProgress(workDoneToken);
    progress.begin(t('Asking registries about addresses'), 0);
    try {
      return await lookUpAll(addresses, limit, {
        lookUp: (address) => this.#lookUp(address, own, signal),
        registryFor: (text) => this.#registryFor(text),
        onProgress: (done, total) =>
          progress.report(Math.round((100 * done) / total), t('{0} of {1} addresses', count(done), count(total))),
      });
    } finally {
      progress.done();
    }
  }

  async #registryFor(text: string): Promise<string> {
    const address = parseAddress(text);
    return address === undefined ? '' : this.#lookUps.registryFor(address);
  }

  /** Asks about an address where that is allowed, and says why not or why in vain. Rejects only when it is stopped. */
  async #ask<Answer>(
    text: string,
    own: readonly string[],
    signal: AbortSignal,
    ask: (address: Address, stop: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | protocol.AccessRefused | protocol.AddressRefused | protocol.LookUpFailed> {
    const { address, refused } = mayAsk(text, { access: this.#access, own });
    if (refused !== undefined) return refused;
    try {
      return await ask(address, AbortSignal.any([signal, this.#withdrawal.signal]));
    } catch (error) {
      signal.throwIfAborted();
      const why = noAccess(this.#access);
      if (why !== undefined) return accessRefused(why);
      if (error instanceof LookUpProblem) return lookUpFailed(error);
      this.#tools.log(`registries: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return lookUpFailed(new LookUpProblem('unreadable', text));
    }
  }

  /** The user's own addresses and networks. */
  async #own(): Promise<readonly string[]> {
    return [...machineAddresses(), ...(await this.#tools.allowedAddresses())];
  }

  #changeAccess(access: unknown): void {
    this.#access = readAccess(access);
    if (noAccess(this.#access) === undefined) return;
    this.#withdrawal.abort();
    this.#withdrawal = new AbortController();
  }

  #createLookUps(stores: LookUpTools['stores']): NetworkLookUps {
    const { connect, clock } = this.#tools.network;
    // Lists of servers are fetched behind a look-up, when what is allowed may have changed.
    const fetch = clientFetch(this.#connection, () => noAccess(this.#access) === undefined);
    return new NetworkLookUps({ transports: { fetch, connect }, clock, stores });
  }
}

/** Runs work with a signal instead of a token; what was stopped is answered as cancelled. */
async function stoppable<Result>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | ResponseError> {
  const stop = new AbortController();
  const listener = token.onCancellationRequested(() => stop.abort());
  if (token.isCancellationRequested) stop.abort();
  try {
    stop.signal.throwIfAborted();
    return await work(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return new ResponseError(LSPErrorCodes.RequestCancelled, t('The look-up was cancelled.'));
  } finally {
    listener.dispose();
  }
}
