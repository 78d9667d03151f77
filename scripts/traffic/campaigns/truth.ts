import type { LoggedRequest } from '../lines';
import type { Campaign, CampaignFamily } from './campaign';

/** What is true of a generated log: who attacked, how, and how often. Everybody else did nothing wrong. */
export interface Truth {
  readonly schema: 1;
  readonly log: string;
  readonly seed: number;
  readonly campaigns: readonly CampaignTruth[];
  /** Addresses that scan the whole internet: worth an information at most. */
  readonly noise: readonly string[];
}

/** One attack. */
export interface CampaignTruth {
  readonly id: string;
  readonly family: CampaignFamily;
  readonly meaning: string;
  /** Whether the attackers got what they wanted. */
  readonly worked: boolean;
  /** The clients are ordinary people: a finding need not name them. */
  readonly clientsAreVictims: boolean;
  /** Requests that are the attack itself, by client, the busiest first. */
  readonly clients: readonly { readonly address: string; readonly count: number }[];
  readonly endpoints: readonly { readonly method: string; readonly path: string; readonly count: number }[];
  /** Requests that are the attack itself. */
  readonly count: number;
  /** All requests of its clients, with what the attack brings along. */
  readonly all: number;
  /** First and last of the attack itself, ISO 8601 in UTC. */
  readonly first: string;
  readonly last: string;
}

/** What is true of a campaign. */
export function truthOf(campaign: Campaign): CampaignTruth {
  const { family, meaning, worked, requests, isTelling = () => true, clientsAreVictims = false } = campaign;
  const telling = requests.filter(isTelling);
  const moments = telling.map(({ time }) => time);
  return {
    id: family,
    family,
    meaning,
    worked,
    clientsAreVictims,
    clients: counted(telling.map(({ client }) => client)).map(([address, count]) => ({ address, count })),
    endpoints: counted(telling.map(endpointOf)).map(([endpoint, count]) => {
      const [method = '', path = ''] = endpoint.split(' ');
      return { method, path, count };
    }),
    count: telling.length,
    all: requests.length,
    first: isoTime(least(moments)),
    last: isoTime(-least(moments.map((time) => -time))),
  };
}

function isoTime(time: number): string {
  return new Date(time * 1_000).toISOString();
}

function endpointOf({ method, target }: LoggedRequest): string {
  return `${method} ${target.replace(/\?.*$/s, '')}`;
}

function counted(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
