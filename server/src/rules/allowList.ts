import { isInRange, parseAddressRange, type AddressRange } from '../address/addressRange';
import { parseAddress } from '../address/parseAddress';
import type { Dictionary } from '../log/dictionary';
import { NO_ENTRY, type LogTable } from '../log/logTable';

/**
 * Requests that the owner of the site knows to be harmless: those of the own office, of a monitor, to a page that is meant to
 * be asked for often. Rules never see them; counts, hovers and filters do.
 */
export interface AllowList {
  /** Addresses, networks in CIDR notation, or host names as the log has them. */
  readonly addresses: readonly string[];
  /** Paths without query: `/status` stands for itself and all below it, `/api/*` for whatever `*` may be. */
  readonly paths: readonly string[];
  /** Parts of user agents, in whatever case. */
  readonly agents: readonly string[];
}

/** Allows nothing. */
export const EMPTY_ALLOW_LIST: AllowList = { addresses: [], paths: [], agents: [] };

/** An allow-list out of what a user wrote: anything may be missing or of another type, and is then left out. */
export function readAllowList(written: unknown): AllowList {
  if (typeof written !== 'object' || written === null) return EMPTY_ALLOW_LIST;
  const { addresses, paths, agents } = written as Record<keyof AllowList, unknown>;
  return { addresses: texts(addresses), paths: texts(paths), agents: texts(agents) };
}

/** By row, 1 for requests that the list allows; `undefined` when it allows none. */
export function allowedRows(table: LogTable, list: AllowList): Uint8Array | undefined {
  if (list.addresses.length + list.paths.length + list.agents.length === 0) return undefined;
  const { rows, client, endpoint, agent, endpoints } = table.data;
  const clients = matches(table.texts.client, addressTest(list.addresses));
  const paths = matches(table.texts.path, pathTest(list.paths));
  const agents = matches(table.texts.agent, agentTest(list.agents));
  const allowed = new Uint8Array(rows);
  let some = false;
  for (let row = 0; row < rows; row++) {
    const path = endpoint[row] === NO_ENTRY ? NO_ENTRY : endpoints.path[endpoint[row]!]!;
    // Numbers that stand for "not logged" lie beyond the ends.
    if (clients[client[row]!] !== 1 && paths[path] !== 1 && agents[agent[row]!] !== 1) continue;
    allowed[row] = 1;
    some = true;
  }
  return some ? allowed : undefined;
}

type Test = ((text: string) => boolean) | undefined;

/** By number of the text, 1 where the test holds. Each text is looked at once, however many rows have it. */
function matches(dictionary: Dictionary, test: Test): Uint8Array {
  const held = new Uint8Array(test === undefined ? 0 : dictionary.size);
  for (let id = 0; id < held.length; id++) if (test?.(dictionary.text(id))) held[id] = 1;
  return held;
}

function addressTest(wanted: readonly string[]): Test {
  if (wanted.length === 0) return undefined;
  const ranges: AddressRange[] = [];
  const names = new Set<string>();
  for (const each of wanted) {
    const range = parseAddressRange(each);
    if (range === undefined) names.add(each.toLowerCase());
    else ranges.push(range);
  }
  return (text) => {
    const address = parseAddress(text);
    return address === undefined ? names.has(text.toLowerCase()) : ranges.some((range) => isInRange(range, address));
  };
}

/**
 * Paths that lead elsewhere than they seem to: `/status/../shell.php` is not below `/status`. Attackers write dots and slashes
 * in several ways, so none of them passes.
 */
const DEVIOUS = /(?:\.|%2e){2}|\/\/|\\|%(?:2f|5c|25|00)/i;

/** Whether a path in an allow-list would stand for itself and what is below it, and no more. */
export function isAllowable(path: string): boolean {
  return path.startsWith('/') && !path.includes('*') && !DEVIOUS.test(path);
}

function pathTest(wanted: readonly string[]): Test {
  if (wanted.length === 0) return undefined;
  const tests = wanted.map((pattern) => (pattern.includes('*') ? glob(pattern) : below(pattern)));
  return (path) => !DEVIOUS.test(path) && tests.some((test) => test(path));
}

/** A folder or file and all below it: `/api` is no beginning of `/apis`, and the front page `/` stands for itself. */
function below(folder: string): (path: string) => boolean {
  if (folder === '/') return (path) => path === '/';
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return (path) => path === folder || path.startsWith(start);
}

/** `*` stands for any characters, none and slashes included. Takes time in proportion to the text, whatever the pattern. */
function glob(pattern: string): (path: string) => boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop() ?? '';
  return (path) => {
    if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last)) return false;
    const end = path.length - last.length;
    let at = first.length;
    for (const part of others) {
      const found = path.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}

function agentTest(wanted: readonly string[]): Test {
  if (wanted.length === 0) return undefined;
  const parts = wanted.map((part) => part.toLowerCase());
  return (agent) => {
    const text = agent.toLowerCase();
    return parts.some((part) => text.includes(part));
  };
}

/** An empty text would stand for everything. */
function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((each): each is string => typeof each === 'string')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
