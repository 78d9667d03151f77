import { networkOf } from '../../../address/network';
import { parseAddress } from '../../../address/parseAddress';
import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY } from '../../../log/logTable';
import { tally } from '../../../log/tally';
import { AgentMark } from './agentWords';
import { visitorTest } from './clients';
import { agentMarks } from './marks';
import { perModel } from './perModel';
import type { ClientRows } from './selection';

/** Programs that anybody has. */
const COMMON = AgentMark.library | AgentMark.attackTool | AgentMark.harvester;

/** The /24 of an IPv4 address or the /64 of an IPv6 address, as text; a host name stands for itself. */
export function networkOfClient(model: LogModel, client: number): string {
  const known = knownNetworks(model);
  return (known[client] ??= networkOfText(model.table.texts.client.text(client)));
}

/** By number of the client: its network, once a rule has asked for it. */
const knownNetworks = perModel((): string[] => []);

function networkOfText(text: string): string {
  const address = parseAddress(text);
  return address === undefined ? text : networkOf(address).text;
}

/** By number of the agent: whether visitors have it who load whole pages, so that having it in common means nothing. */
const isAgentOfVisitors = perModel((model): Uint8Array => {
  const { client, agent } = model.table.data;
  const visitors = visitorTest(model);
  const known = new Uint8Array(model.table.texts.agent.size);
  for (let row = 0; row < model.table.rows; row++) {
    const id = agent[row]!;
    const who = client[row]!;
    if (id < known.length && known[id] === 0 && who < visitors.length && visitors[who] === 1) known[id] = 1;
  }
  return known;
});

/**
 * Puts together the clients that probably work together: neighbours in one network, or programs that call themselves the same
 * and as no visitor of the site does. The group with the most rows comes first, and in each the client with the most.
 */
export function campaignsOf<Client extends ClientRows>(model: LogModel, clients: readonly Client[]): Client[][] {
  const leaders = new Leaders();
  const keys = clients.map((each) => keysOf(model, each));
  for (const [first, ...others] of keys) {
    for (const other of others) leaders.join(first!, other);
  }
  const groups = new Map<string, Client[]>();
  clients.forEach((each, index) => {
    const leader = leaders.of(keys[index]![0]!);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [each]);
    else group.push(each);
  });
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => b.rows.length - a.rows.length))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf(group: readonly ClientRows[]): number {
  return group.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** What a client can have in common with others of its campaign; its network first. */
function keysOf(model: LogModel, { client, rows }: ClientRows): string[] {
  const network = networkOfClient(model, client);
  const [agent = NO_ENTRY] = tally(model.table.data.agent, rows)[0] ?? [];
  const isTelling =
    agent !== NO_ENTRY && isAgentOfVisitors(model)[agent] === 0 && (agentMarks(model)[agent]! & COMMON) === 0;
  return isTelling ? [network, `agent ${agent}`] : [network];
}

/** Sets of keys that are joined step by step, each with one of them as its leader (disjoint-set forest). */
class Leaders {
  readonly #above = new Map<string, string>();

  of(key: string): string {
    let leader = key;
    for (let above = this.#above.get(leader); above !== undefined; above = this.#above.get(leader)) leader = above;
    if (leader !== key) this.#above.set(key, leader);
    return leader;
  }

  join(one: string, other: string): void {
    const leader = this.of(one);
    const second = this.of(other);
    if (leader !== second) this.#above.set(second, leader);
  }
}
