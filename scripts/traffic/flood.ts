import type { LoggedRequest } from './lines';
import type { Random } from './random';

/** One address of a flood. */
export interface FloodClient {
  readonly address: string;
  /** How many requests it sends in all. */
  readonly requests: number;
  /** When its last one comes, s since 1970-01-01 UTC. */
  readonly until: number;
}

/** A request that starts a flood, at a known time. */
export interface Opening {
  readonly address: string;
  readonly time: number;
}

/** Several clients that send the same request over and over. */
export interface Flood {
  readonly request: Omit<LoggedRequest, 'time' | 'client'>;
  readonly clients: readonly FloodClient[];
  /** The first requests of all, in order; the rest follows behind the last of them. */
  readonly opening: readonly Opening[];
}

/** All requests of a flood, client by client; the opening counts towards each client's number. */
export function floodRequests(random: Random, flood: Flood): LoggedRequest[] {
  const { request, clients, opening } = flood;
  const from = Math.max(...opening.map(({ time }) => time));
  return clients.flatMap(({ address, requests, until }) => {
    const opened = opening.filter((first) => first.address === address).map(({ time }) => time);
    const times = [...opened, ...spreadTimes(random, from, until, requests - opened.length)];
    return times.map((time) => ({ ...request, time, client: address }));
  });
}

/** `count` times behind `from` up to `until` in whole seconds: slow at first, uneven, with breaks, as if by hand. */
function spreadTimes(random: Random, from: number, until: number, count: number): number[] {
  const ends: number[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const warmingUp = index < count * 0.03;
    const onBreak = random.chance(0.004);
    total += random.gap(1) * (warmingUp ? 3 : 1) * (onBreak ? 40 : 1);
    ends.push(total);
  }
  const scale = (until - from) / total;
  return ends.map((end) => from + Math.max(1, Math.round(end * scale)));
}
