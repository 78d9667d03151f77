import { networkName } from '../../address/networkWords';
import { parseAddress } from '../../address/parseAddress';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countValues } from '../../log/tally';
import { networkOfClient } from '../../rules/log/facts/campaigns';
import { visitorTest } from '../../rules/log/facts/clients';
import { endpointMarks, WRITING } from '../../rules/log/facts/marks';
import { isProxyClient } from '../../rules/log/facts/proxies';
import { joinRows } from '../../rules/log/facts/selection';
import { shortened } from '../../shortened';
import { FEWEST_OF_ATTACKER } from '../attackers';
import type { FileTrail } from './fileTrail';

/**
 * What a client has to do with those who used the bad files: it is one of them; it is their neighbour, in the /24 or /64 of one; or
 * both are of one provider (AS), which alone says little.
 */
export type Relation = 'same' | 'network' | 'operator';

/** Clients of one network. */
export interface CompanyNetwork {
  /** As the registries call it; its addresses where nothing is known of it, and the only address where it is one. */
  readonly name: string;
  /** Numbers of the clients. */
  readonly clients: readonly number[];
}

/** Those who used the bad files, as far as addresses tell people apart. */
export class Company {
  /** Numbers of the clients that used bad files. */
  readonly members: ReadonlySet<number>;
  /** Requests came through proxies, so that nobody can be told by an address. */
  readonly isBehindProxies: boolean;
  readonly #model: LogModel;
  readonly #networks: ReadonlySet<string>;
  readonly #systems: ReadonlySet<number>;
  #circle: readonly number[] | undefined;

  /** @param users numbers of clients that used bad files */
  constructor(model: LogModel, users: ReadonlySet<number>) {
    this.#model = model;
    const members = [...users].filter((client) => !isProxyClient(model, client));
    this.members = new Set(members);
    this.isBehindProxies = members.length < users.size;
    this.#networks = new Set(members.map((client) => networkOfClient(model, client)));
    this.#systems = new Set(members.flatMap((client) => systemOf(model, client)?.asn ?? []));
  }

  /** What a client has to do with them; `undefined`: nothing that is known. */
  relationOf(client: number): Relation | undefined {
    if (this.members.has(client)) return 'same';
    if (this.members.size === 0 || client === NO_ENTRY || isProxyClient(this.#model, client)) return undefined;
    if (this.#networks.has(networkOfClient(this.#model, client))) return 'network';
    if (this.#systems.size === 0) return undefined;
    const asn = systemOf(this.#model, client)?.asn;
    return asn !== undefined && this.#systems.has(asn) ? 'operator' : undefined;
  }

  /** The members and all other clients of the log that are their neighbours. */
  circle(): readonly number[] {
    return (this.#circle ??= this.#withNeighbours());
  }

  #withNeighbours(): number[] {
    if (this.members.size === 0) return [];
    return Array.from({ length: this.#model.table.texts.client.size }, (_, client) => client).filter((client) =>
      this.#networks.has(networkOfClient(this.#model, client)),
    );
  }
}

/** Clients by network, in their order. */
export function networksOfClients(model: LogModel, clients: Iterable<number>): CompanyNetwork[] {
  const groups = new Map<string, { name: string; clients: number[] }>();
  for (const client of clients) {
    const { key, name } = networkNameOf(model, client);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name, clients: [client] });
    else group.clients.push(client);
  }
  return [...groups.values()].map(({ name, clients: own }) => ({
    name: own.length === 1 ? shortened(model.table.texts.client.text(own[0]!)) : name,
    clients: own,
  }));
}

/**
 * The company of those who used the files that strangers put there; of the site's own programs where there are no others.
 * @param uploaders numbers of clients that put such files there
 */
export function companyOf(model: LogModel, trails: readonly FileTrail[], uploaders: readonly number[]): Company {
  const planted = trails.filter(({ isPlanted }) => isPlanted);
  const users =
    planted.length > 0 ? planted.flatMap((trail) => usersOf(model, trail)) : trails.flatMap(ownUsers(model));
  return new Company(model, new Set([...users, ...uploaders]));
}

/** A page that the audit has nothing against may be named by the host; visitors send forms to such pages. */
function isOpenToAll({ file }: FileTrail): boolean {
  return file.state === 'present' && file.findings.length === 0;
}

/** Who gave a planted file something to do, or called it first: who looks at it later may be the owner. */
function usersOf(model: LogModel, trail: FileTrail): number[] {
  const { client, endpoint, query } = model.table.data;
  const marks = endpointMarks(model);
  const isWriting = (row: number): boolean => (marks[endpoint[row]!]! & WRITING) !== 0;
  const visitors = visitorTest(model);
  if (trail.isVisited || isOpenToAll(trail)) {
    return distinctClients(
      model,
      trail.uses.filter((row) => isWriting(row) && visitors[client[row]!] !== 1),
    );
  }
  const orders = trail.uses.filter(
    (row) => isWriting(row) || (query[row] !== NO_ENTRY && visitors[client[row]!] !== 1),
  );
  const first = trail.uses.subarray(0, 1).filter((row) => visitors[client[row]!] !== 1 || orders.length === 0);
  return distinctClients(model, joinRows([first, orders]));
}

/** Of the site's own forms visitors are users, too. */
function ownUsers(model: LogModel): (trail: FileTrail) => number[] {
  return ({ uses }) =>
    countValues(model.table.data.client, uses)
      .filter(([client, count]) => client !== NO_ENTRY && count >= FEWEST_OF_ATTACKER)
      .map(([client]) => client);
}

function distinctClients({ table }: LogModel, rows: Uint32Array): number[] {
  return countValues(table.data.client, rows).flatMap(([client]) => (client === NO_ENTRY ? [] : [client]));
}

function systemOf({ table, networkOf }: LogModel, client: number): ReturnType<NonNullable<LogModel['networkOf']>> {
  const address = networkOf && parseAddress(table.texts.client.text(client));
  return address && networkOf(address);
}

function networkNameOf(model: LogModel, client: number): { key: string; name: string } {
  const known = systemOf(model, client);
  const prefix = shortened(networkOfClient(model, client));
  if (known?.asn === undefined) return { key: prefix, name: prefix };
  return { key: `AS${known.asn}`, name: networkName({ ...known, key: '', kind: 'public', requests: 0 }) };
}
