import { memorySource } from '../../server/src/log/byteSource';
import { UTC } from '../../server/src/log/localZone';
import type { NetworkLookup } from '../../server/src/log/logModel';
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
  /** `-` unless given. */
  readonly referrer?: string;
  readonly agent?: string;
  readonly bytes?: number;
  readonly user?: string;
}

/** What a client asks for, `GET /index.html` or `POST /form.php 403`; 200 where no status is given. */
export type Ask = `${string} ${string}`;

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

/** Where the site of made-up traffic is. */
export const ORIGIN = 'https://example.jp';
/** What a usual browser calls itself. */
export const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/95.0.4638.69 Safari/537.36';

const FIRST_DAY = Date.UTC(2021, 10, 1) / 1000;
/** Times without a year are of 2021. */
const LAST_MOMENT = FIRST_DAY + 30 * DAY;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The request of a client at a time. */
export function request(client: string, at: number, ask: Ask): Request {
  const [method = '', target = '', status = '200'] = ask.split(' ');
  return { at, client, method, target, status: Number(status) };
}

/** The same requests with what is sent or answered along with them. */
export function sent(
  requests: readonly Request[],
  along: Partial<Pick<Request, 'referrer' | 'agent' | 'bytes' | 'user'>>,
): Request[] {
  return requests.map((each) => ({ ...each, ...along }));
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

/** Address number `n` of as many networks. */
export function stranger(n: number): string {
  return `198.18.${n % 250}.${7 + Math.floor(n / 250)}`;
}

/** What `count` clients do, one after the other. */
export function many(count: number, make: (n: number) => readonly Request[]): Request[] {
  return Array.from({ length: count }, (_, n) => make(n)).flat();
}

/** People who read some pages each over a day. */
export function readers(random: SeededRandom, count: number, path = '/'): Request[] {
  return Array.from({ length: count }, (_, n) =>
    every(40, random.integer(1, 3), visitor(n), page(path), random.integer(0, DAY)),
  ).flat();
}

/** People with browsers who read a page each, whose files name the page that brings them. */
export function visits(random: SeededRandom, count: number, path = '/'): Request[] {
  return Array.from({ length: count }, (_, n) => {
    const [opened, ...files] = every(1, 1, visitor(n), page(path), random.integer(0, DAY));
    return [
      ...sent([opened!], { agent: BROWSER, bytes: 20_000 }),
      ...sent(files, { agent: BROWSER, referrer: ORIGIN + path, bytes: 9_000 }),
    ];
  }).flat();
}

/** The log of some traffic, in the order of time, in the combined format. */
export function logText(...traffic: readonly Request[][]): string {
  const lines = traffic
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, client, method, target, status, referrer = '-', agent = 'x', bytes = 99, user = '-' }) => {
      const line = method === '' ? target : `${method} ${target} HTTP/1.1`;
      return `${client} - ${user} [${stamp(at)}] "${line}" ${status} ${bytes} "${referrer}" "${agent}"`;
    });
  return lines.map((line) => `${line}\n`).join('');
}

/** What the rules find in some traffic. */
export async function findingsIn(
  traffic: readonly Request[][],
  settings: RuleSettings = {},
  networkOf?: NetworkLookup,
): Promise<Finding[]> {
  return findingsInLog(logText(...traffic), settings, networkOf);
}

/** What the rules find in the text of a log. */
export async function findingsInLog(
  text: string,
  settings: RuleSettings = {},
  networkOf?: NetworkLookup,
): Promise<Finding[]> {
  const reading = await readLog(memorySource(Buffer.from(text)), { newest: LAST_MOMENT });
  return analyseLog(reading, 'access.log', { ...DEFAULT_LOG_SETTINGS, rules: settings }, UTC, networkOf).findings;
}

/** What one rule finds in some traffic, in one line each. */
export async function foundBy(rule: string, ...traffic: readonly Request[][]): Promise<string[]> {
  return outline((await findingsIn(traffic)).filter((finding) => finding.rule === rule));
}

/** Findings in one line each: rule, severity, addresses and counts, the busiest first. */
export function outline(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, count, clients, endpoints: [endpoint] }) => {
    const who = clients.length === 1 ? clients[0]!.address : `${clients.length} clients`;
    const what = endpoint === undefined ? 'nothing' : `${endpoint.method} ${endpoint.path}`;
    return `${severity} ${rule}: ${who} ${what} ×${count}`;
  });
}

function stamp(at: number): string {
  const date = new Date((FIRST_DAY + at) * 1000);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${day}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${date.toISOString().slice(11, 19)} +0900`;
}
