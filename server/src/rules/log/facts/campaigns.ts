import { networkOf } from '../../../address/network';
import { parseAddress } from '../../../address/parseAddress';
import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY } from '../../../log/logTable';
import { countValues, type ValueCount } from '../../../log/tally';
import { AgentMark } from './agentWords';
import { visitorTest } from './clients';
import { agentMarks } from './marks';
import { perModel } from './perModel';
import type { ClientRows } from './selection';

/** An IPv4 address as nearly all logs have it; other notations are read with care. */
const PLAIN_IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
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
  if (PLAIN_IPV4.test(text)) return `${text.slice(0, text.lastIndexOf('.'))}.0/24`;
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
    if (id < known.length && who < visitors.length) known[id]! |= visitors[who]!;
  }
  return known;
});

/**
 * Puts together the clients that probably work together: neighbours in one network, or programs that call themselves the same
 * and as no visitor of the site does. The group with the most rows comes first, and in each the client with the most.
 */
export function campaignsOf<Client extends ClientRows>(model: LogModel, clients: readonly Client[]): Client[][] {
  const leaders = new Leaders();
  const networks = clients.map(({ client }) => leaders.numberOf(networkOfClient(model, client)));
  const byAgent = new Map<number, number>();
  clients.forEach((each, index) => {
    const agent = tellingAgent(model, each);
    if (agent === undefined) return;
    const other = byAgent.get(agent);
    if (other === undefined) byAgent.set(agent, networks[index]!);
    else leaders.join(other, networks[index]!);
  });
  const groups = new Map<number, Client[]>();
  clients.forEach((each, index) => {
    const leader = leaders.of(networks[index]!);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [each]);
    else group.push(each);
  });
  return [...groups.values()]
    .map((group) => group.toSorted((one, other) => other.rows.length - one.rows.length))
    .toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

function sizeOf(group: readonly ClientRows[]): number {
  return group.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Number of the agent that a client mostly has, where others who have it belong to the same campaign. */
function tellingAgent(model: LogModel, { rows }: ClientRows): number | undefined {
  const agent = mostFrequent(countValues(model.table.data.agent, rows));
  const isTelling =
    agent !== NO_ENTRY && isAgentOfVisitors(model)[agent] === 0 && (agentMarks(model)[agent]! & COMMON) === 0;
  return isTelling ? agent : undefined;
}

/** The value with the highest count, the first of several. */
function mostFrequent(counts: readonly ValueCount[]): number {
  let most: ValueCount = [NO_ENTRY, 0];
  for (const each of counts) {
    if (each[1] > most[1]) most = each;
  }
  return most[0];
}

/** Networks that are joined step by step, each with one of them as its leader (disjoint-set forest). */
class Leaders {
  readonly #numbers = new Map<string, number>();
  readonly #above: number[] = [];

  /** Number of a network, from 0. */
  numberOf(network: string): number {
    const known = this.#numbers.get(network);
    if (known !== undefined) return known;
    const number = this.#above.length;
    this.#numbers.set(network, number);
    this.#above.push(number);
    return number;
  }

  of(number: number): number {
    let leader = number;
    while (this.#above[leader] !== leader) leader = this.#above[leader]!;
    this.#above[number] = leader;
    return leader;
  }

  join(one: number, other: number): void {
    this.#above[this.of(other)] = this.of(one);
  }
}
