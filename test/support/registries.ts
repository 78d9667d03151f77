import { get } from 'node:http';
import { connect } from 'node:net';
import type { RegistryTransports } from '../../server/src/address/registry/transport';
import { fetchBy } from '../../server/src/fetchRegistry';
import { connectBy } from '../../server/src/nodeNetwork';
import { RdapServer, type RdapAnswer } from './rdapServer';
import { WhoisServer, type WhoisAnswer } from './whoisServer';

/** Port at which nobody listens. */
const CLOSED_PORT = 9;

/** Registries on this computer: the names of theirs lead to local servers, by real TCP and HTTP. */
export class LocalRegistries {
  /** Hosts, ports and URLs that somebody tried to reach, in order, whether or not there is such a server. */
  readonly tried: string[] = [];
  readonly #whois: ReadonlyMap<string, WhoisServer>;
  readonly #rdap: RdapServer;
  /** Answers by URL, which may be added to. */
  readonly rdapAnswers: Map<string, RdapAnswer>;

  private constructor(whois: ReadonlyMap<string, WhoisServer>, rdap: RdapServer, answers: Map<string, RdapAnswer>) {
    this.#whois = whois;
    this.#rdap = rdap;
    this.rdapAnswers = answers;
  }

  /** @param whois answers by host; @param rdap answers by URL */
  static async start({
    whois = {},
    rdap = {},
  }: {
    readonly whois?: Readonly<Record<string, WhoisAnswer>>;
    readonly rdap?: Readonly<Record<string, RdapAnswer>>;
  }): Promise<LocalRegistries> {
    const servers = new Map<string, WhoisServer>();
    for (const [host, answer] of Object.entries(whois)) servers.set(host, await WhoisServer.start(answer));
    const answers = new Map(Object.entries(rdap));
    return new LocalRegistries(servers, await RdapServer.start(answers), answers);
  }

  readonly transports: RegistryTransports = {
    connect: connectBy((host, port) => {
      this.tried.push(`${host}:${port}`);
      return connect({ host: '127.0.0.1', port: this.#whois.get(host)?.port ?? CLOSED_PORT });
    }),
    fetch: fetchBy((url, options, onAnswer) => {
      this.tried.push(url.href);
      const headers = { host: url.host };
      const path = url.pathname + url.search;
      return get({ ...options, headers, path, host: '127.0.0.1', port: this.#rdap.port }, onAnswer);
    }),
  };

  whois(host: string): WhoisServer {
    const server = this.#whois.get(host);
    if (server === undefined) throw new Error(`No such server: ${host}`);
    return server;
  }

  async close(): Promise<void> {
    await Promise.all([this.#rdap.close(), ...[...this.#whois.values()].map((server) => server.close())]);
  }
}
