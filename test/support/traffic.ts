import { memorySource } from '../../server/src/log/byteSource';
import { readLog } from '../../server/src/log/readLog';
import { analyseLog } from '../../server/src/logAnalysis';
import type { Finding } from '../../server/src/rules/finding';
import type { RuleSettings } from '../../server/src/rules/rule';
import { DEFAULT_LOG_SETTINGS } from '../../server/src/settings';
import type { SeededRandom } from './random';

/** One request of made-up traffic. */
export interface Request {
  /** Seconds since midnight of 1 November 2021 in Japan. */
  readonly at: number;
  readonly client: string;
  readonly method: string;
  readonly target: string;
  readonly status: number;
}

/** What a client asks for, `GET /index.html` or `POST /form.php 403`; 200 where no status is given. */
export type Ask = `${string} ${string}`;

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

const FIRST_DAY = Date.UTC(2021, 10, 1) / 1000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The request of a client at a time. */
export function request(client: string, at: number, ask: Ask): Request {
  const [method = '', target = '', status = '200'] = ask.split(' ');
  return { at, client, method, target, status: Number(status) };
}

/** `count` times the same requests, one lot every `pause` seconds from `from` on. */
export function every(pause: number, count: number, client: string, asks: Ask | readonly Ask[], from = 0): Request[] {
  const lot = typeof asks === 'string' ? [asks] : asks;
  return Array.from({ length: count }, (_, turn) =>
    lot.map((ask, index) => request(client, from + Math.floor(turn * pause) + index, ask)),
  ).flat();
}

/** `count` requests at uneven times: pauses of up to twice the mean one. */
export function uneven(
  random: SeededRandom,
  pause: number,
  count: number,
  client: string,
  ask: Ask,
  from = 0,
): Request[] {
  let at = from;
  return Array.from({ length: count }, () => request(client, Math.floor((at += random.next() * 2 * pause)), ask));
}

/** A page with the files that it brings, as a browser loads them. */
export function page(path: string, files = 6): Ask[] {
  const brought = Array.from({ length: files }, (_, n): Ask => `GET /assets${path}${n}.${n % 2 === 0 ? 'css' : 'png'}`);
  return [`GET ${path}`, ...brought];
}

/** Address number `n` of a large network. */
export function visitor(n: number): string {
  return `2001:db8::${n.toString(16)}`;
}

/** People who read some pages each over a day. */
export function readers(random: SeededRandom, count: number, path = '/'): Request[] {
  return Array.from({ length: count }, (_, n) =>
    every(40, random.integer(1, 3), visitor(n), page(path), random.integer(0, DAY)),
  ).flat();
}

/** The log of some traffic, in the order of time, in the combined format. */
export function logText(...traffic: readonly Request[][]): string {
  const lines = traffic
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .map(
      ({ at, client, method, target, status }) =>
        `${client} - - [${stamp(at)}] "${method} ${target} HTTP/1.1" ${status} 99 "-" "x"`,
    );
  return lines.map((line) => `${line}\n`).join('');
}

/** What the rules find in some traffic. */
export async function findingsIn(traffic: readonly Request[][], settings: RuleSettings = {}): Promise<Finding[]> {
  const reading = await readLog(memorySource(Buffer.from(logText(...traffic))));
  return analyseLog(reading, 'access.log', { ...DEFAULT_LOG_SETTINGS, rules: settings }).findings;
}

/** Findings in one line each: rule, severity, addresses and counts, the busiest first. */
export function outline(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, count, clients, endpoints: [endpoint] }) => {
    const who = clients.length === 1 ? clients[0]!.address : `${clients.length} clients`;
    return `${severity} ${rule}: ${who} ${endpoint?.method} ${endpoint?.path} ×${count}`;
  });
}

function stamp(at: number): string {
  const date = new Date((FIRST_DAY + at) * 1000);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${day}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${date.toISOString().slice(11, 19)} +0900`;
}
