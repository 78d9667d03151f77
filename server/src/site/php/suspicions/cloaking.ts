import { names } from '../nameList';
import { READ_FUNCTIONS } from '../functionNames';
import type { Expression } from '../ast';
import type { Observation } from '../observation';
import { Flag, textOf, type Value } from '../value';
import type { Evidence, Search, Witness } from './witness';

const TESTS = new Set(
  names(`
    preg_match preg_match_all preg_replace strpos stripos strstr stristr strrpos substr_count str_contains in_array
    ereg eregi str_replace str_ireplace
  `),
);
/** Search engines and their robots. */
const ENGINES = /bot\b|google|bing\b|yahoo|baidu|yandex|slurp|spider|crawl/i;
/** A script of this many characters that stands alone does little besides. */
const SHORT_CODE = 4000;
/** Those who hunt false pages and malware; a page has no reason to turn away several of them. */
const WATCHERS =
  /phishtank|cyveillance|netcraft|phishlabs|\bfireeye|bitdefender|kaspersky|trendmicro|spamhaus|virustotal|\bavast/gi;
const WATCHER = new RegExp(WATCHERS, 'i');
const REDIRECT_ELSEWHERE = /^\s*Location:\s*https?:\/\//i;

/**
 * Pages that search engines, or visitors who come from them, see otherwise than the owner: links and shops of strangers that are
 * fetched or unpacked for them alone.
 */
export const findCloaking: Search = (evidence) => {
  const { seen, state } = evidence;
  const watcher = findWatchers(evidence);
  if (watcher) return [{ signal: 'cloaking', strength: 'strong', node: watcher }];
  const test = seen.find((one) => asksFor(one, Flag.Agent | Flag.Referrer));
  const tells = seen.find(tellsOfVisitor);
  const shown = [...state.printed].find(([, { flags }]) => flags & (Flag.Remote | (test ? Flag.Decoded : 0)));
  const hidden = shown && seen.some(fetchesHiddenAddress);
  if (shown && (hidden || (test ?? tells))) return [{ signal: 'cloaking', strength: 'strong', node: shown[0] }];
  return redirects(evidence);
};

/** Where the visitors are told apart who look for false pages: services against fraud, by name or by their networks. */
function findWatchers({ seen, state }: Evidence): Expression | undefined {
  const turnsAway = seen.some(
    ({ kind, name, args }) =>
      kind === 'exit' || (name === 'header' && /\b40[34]\b|^Location:/i.test(textOf(args[0]) ?? '')),
  );
  if (!turnsAway) return undefined;
  const named = new Set<string>();
  let at: Expression | undefined;
  for (const [node, text] of state.literals) {
    // Most texts name none, and looking for all in one costs many times as much as looking for any.
    if (!WATCHER.test(text)) continue;
    for (const [name] of text.matchAll(WATCHERS)) {
      named.add(name.toLowerCase());
      at ??= node;
    }
  }
  return named.size < 2 ? undefined : at;
}

function redirects({ seen, state }: Evidence): Witness[] {
  const alone = state.code.length < SHORT_CODE && !seen.some((one) => one.kind === 'include');
  const test = seen.find((one) => asksFor(one, alone ? Flag.Referrer | Flag.Agent : Flag.Referrer));
  const away = test && seen.find((one) => one.name === 'header' && REDIRECT_ELSEWHERE.test(textOf(one.args[0]) ?? ''));
  return away ? [{ signal: 'cloaking', strength: 'strong', node: away.node }] : [];
}

/** Whether a call looks for search engines in what the browser says of itself or of the page that it comes from. */
function asksFor({ kind, name, args }: Observation, origins: number): boolean {
  if (kind !== 'call' || !TESTS.has(name) || !args.some(({ flags }) => flags & origins)) return false;
  return args.some(namesEngine);
}

function namesEngine(value: Value): boolean {
  if (ENGINES.test(textOf(value) ?? '')) return true;
  return value.items !== undefined && [...value.items.values()].some((item) => ENGINES.test(textOf(item) ?? ''));
}

/** Whether a page is fetched from an address that is kept unreadable. */
function fetchesHiddenAddress({ kind, name, args }: Observation): boolean {
  if (kind !== 'call' || !(READ_FUNCTIONS.has(name) || name === 'curl_init' || name === 'curl_setopt')) return false;
  return args.some((arg) => arg.flags & Flag.Decoded && /^https?:\/\//i.test(textOf(arg) ?? arg.prefix ?? ''));
}

/** Whether a URL that is fetched has in it what the visitor's browser calls itself. */
function tellsOfVisitor({ kind, name, args }: Observation): boolean {
  if (kind !== 'call' || !(READ_FUNCTIONS.has(name) || name === 'curl_init' || name === 'curl_setopt')) return false;
  return args.some(({ flags, prefix }) => flags & Flag.Agent && /^https?:.*[?&/]/i.test(prefix ?? ''));
}
