import { names } from '../nameList';
import { READ_FUNCTIONS } from '../functionNames';
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
const REDIRECT_ELSEWHERE = /^\s*Location:\s*https?:\/\//i;

/**
 * Pages that search engines, or visitors who come from them, see otherwise than the owner: links and shops of strangers that are
 * fetched or unpacked for them alone.
 */
export const findCloaking: Search = (evidence) => {
  const { seen, state } = evidence;
  const test = seen.find((one) => asksFor(one, Flag.Agent | Flag.Referrer));
  const tells = seen.find(tellsOfVisitor);
  const shown = [...state.printed].find(([, { flags }]) => flags & (Flag.Remote | (test ? Flag.Decoded : 0)));
  if (shown && (test ?? tells)) return [{ signal: 'cloaking', strength: 'strong', node: shown[0] }];
  return redirects(evidence);
};

function redirects({ seen }: Evidence): Witness[] {
  const test = seen.find((one) => asksFor(one, Flag.Referrer));
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

/** Whether a URL that is fetched has in it what the visitor's browser calls itself. */
function tellsOfVisitor({ kind, name, args }: Observation): boolean {
  if (kind !== 'call' || !(READ_FUNCTIONS.has(name) || name === 'curl_init' || name === 'curl_setopt')) return false;
  return args.some(({ flags, prefix }) => flags & Flag.Agent && /^https?:.*[?&/]/i.test(prefix ?? ''));
}
