import type { Dictionary } from './dictionary';
import type { LogTable } from './logTable';
import { timeTest } from './timeCondition';

/**
 * What lines must be like; all that is given must hold. Plain data.
 */
export interface LineConditions {
  /** Client addresses, each with `*` for any characters; separated by blanks or commas. */
  readonly address?: string;
  readonly method?: string;
  /** Path of the request: the whole one when it begins with `/`, with `*` for any characters; otherwise a part of it. */
  readonly path?: string;
  /** Statuses, each three digits of which any may be `x`: `404`, `5xx`; separated by blanks or commas. */
  readonly status?: string;
  /** First moment, and the one behind the last; see `timeTest`. */
  readonly from?: string;
  readonly until?: string;
  /** Text that the line holds. */
  readonly text?: string;
  /** Whether capital and small letters of A to Z are different in `text`. */
  readonly matchCase?: boolean;
  /** Only lines that no entry is in. */
  readonly unreadable?: boolean;
}

/** Tells of a row whether its entry is wanted. */
export type RowTest = (row: number) => boolean;

/** Statuses have three digits at most. */
export const STATUSES = 1000;

/** The test of an entry's fields; `undefined` when the conditions ask for none of them. */
export function rowTest(table: LogTable, conditions: LineConditions): RowTest | undefined {
  const tests: RowTest[] = [];
  const { address, method, path, status, from, until } = conditions;
  const { client, endpoint, status: statuses, endpoints } = table.data;
  if (address) {
    const wanted = wantedTexts(table.texts.client, listMatcher(address));
    tests.push((row) => wanted[client[row]!] === 1);
  }
  if (method || path) {
    const methods = wantedTexts(table.texts.method, method ? matcherOf(method) : anything);
    const paths = wantedTexts(table.texts.path, path ? pathMatcher(path) : anything);
    const wanted = endpoints.path.map((id, at) => paths[id]! & methods[endpoints.method[at]!]!);
    tests.push((row) => wanted[endpoint[row]!] === 1);
  }
  if (status) {
    const wanted = wantedStatuses(status);
    tests.push((row) => wanted[statuses[row]!] === 1);
  }
  const isOfTime = timeTest(table, from, until);
  if (isOfTime !== undefined) tests.push(isOfTime);
  if (tests.length < 2) return tests[0];
  return (row) => tests.every((test) => test(row));
}

/** For each text of a dictionary 1 if it is wanted, else 0. */
function wantedTexts(texts: Dictionary, isWanted: (text: string) => boolean): Uint8Array {
  return Uint8Array.from({ length: texts.size }, (_, id) => (isWanted(texts.text(id)) ? 1 : 0));
}

function anything(): boolean {
  return true;
}

function listMatcher(list: string): (text: string) => boolean {
  const wanted = list.split(/[\s,]+/).filter((each) => each !== '');
  if (wanted.length === 1) return matcherOf(wanted[0]!);
  const whole = new Set(wanted);
  const others = wanted.filter((each) => each.includes('*')).map(matcherOf);
  return (text) => whole.has(text) || others.some((isWanted) => isWanted(text));
}

function pathMatcher(path: string): (text: string) => boolean {
  return path.startsWith('/') || path.includes('*') ? matcherOf(path) : (text) => text.includes(path);
}

/** Compares with a text in which `*` stands for any characters. Nothing else of it is taken for a pattern. */
function matcherOf(wanted: string): (text: string) => boolean {
  const [first = '', ...others] = wanted.split('*');
  const last = others.pop();
  if (last === undefined) return (text) => text === wanted;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of others) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}

/** For each status 1 if it is one of those that a list names (see `LineConditions`), else 0. */
export function wantedStatuses(list: string): Uint8Array {
  const patterns = list.split(/[\s,]+/).filter((each) => /^[\dx]{3}$/i.test(each));
  return Uint8Array.from({ length: STATUSES }, (_, status) => {
    const digits = String(status).padStart(3, '0');
    return patterns.some((pattern) => isStatus(digits, pattern)) ? 1 : 0;
  });
}

function isStatus(digits: string, pattern: string): boolean {
  return pattern
    .toLowerCase()
    .split('')
    .every((sign, at) => sign === 'x' || sign === digits[at]);
}
