import { createHash } from 'node:crypto';
import { numberOf, textOf, type Value } from '../value';
import { toBinary } from './bytes';

/** A pure PHP function over known arguments; `undefined` when it cannot be folded for these. */
export type Fold = (args: readonly Value[]) => string | number | boolean | undefined;

/** Longest text that folding makes, in characters. */
export const MAX_FOLDED = 4 * 1024 * 1024;

function onText(fold: (text: string) => string | number | boolean | undefined): Fold {
  return (args) => {
    const text = textOf(args[0]);
    return text === undefined ? undefined : fold(text);
  };
}

/** PHP's offset and length rules of `substr`. */
export function substring(text: string, offset: number, length?: number): string {
  const from = offset < 0 ? Math.max(0, text.length + offset) : offset;
  const to = length === undefined ? text.length : length < 0 ? text.length + length : from + length;
  return to <= from ? '' : text.slice(from, to);
}

/** Texts of an argument that may be one text or an array of them. */
function texts(value: Value | undefined): string[] | undefined {
  if (value?.items) {
    const list = [...value.items.values()].map(textOf);
    return list.every((text) => text !== undefined) ? list : undefined;
  }
  const text = textOf(value);
  return text === undefined ? undefined : [text];
}

function replace(ignoreCase: boolean): Fold {
  return (args) => {
    const search = texts(args[0]);
    const replacement = args[1]?.items ? texts(args[1]) : undefined;
    const single = args[1]?.items ? undefined : textOf(args[1]);
    let subject = textOf(args[2]);
    if (!search || subject === undefined || (replacement === undefined && single === undefined)) return undefined;
    for (const [index, wanted] of search.entries()) {
      if (wanted === '') continue;
      const put = single ?? replacement?.[index] ?? '';
      if (put.length > wanted.length && subject.length * put.length > MAX_FOLDED) return undefined;
      subject = ignoreCase ? replaceIgnoringCase(subject, wanted, put) : subject.replaceAll(wanted, () => put);
    }
    return subject;
  };
}

function replaceIgnoringCase(subject: string, wanted: string, put: string): string {
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return subject.replace(new RegExp(escaped, 'gi'), () => put);
}

function translate(args: readonly Value[]): string | undefined {
  const subject = textOf(args[0]);
  if (subject === undefined) return undefined;
  if (args[1]?.items) return translatePairs(subject, args[1].items);
  const from = textOf(args[1]);
  const to = textOf(args[2]);
  if (from === undefined || to === undefined) return undefined;
  const table = new Map<string, string>();
  for (let at = 0; at < Math.min(from.length, to.length); at++) table.set(from.charAt(at), to.charAt(at));
  let output = '';
  for (const char of subject) output += table.get(char) ?? char;
  return output;
}

/** A number in another base, as long as JavaScript counts exactly. */
function convertBase(args: readonly Value[]): string | undefined {
  const [digits, from, to] = [textOf(args[0]), numberOf(args[1]), numberOf(args[2])];
  if (digits === undefined || !from || !to || Math.min(from, to) < 2 || Math.max(from, to) > 36) return undefined;
  const value = Number.parseInt(digits, from);
  return Number.isSafeInteger(value) ? value.toString(to) : undefined;
}

/** A pattern of one character, or of one class of characters, repeated or not. */
const SIMPLE_PATTERN = /^([/#~|@!])(\[(?:[^\]\\[]|\\[dwsDWS])+\]|\\[dwsDWS]|[\w-])(\+?)\1(i?)$/;

/** `preg_replace` of single characters: other patterns are the attacker's and could take for ever. */
function replacePattern(args: readonly Value[]): string | undefined {
  const [pattern, put, subject] = args.slice(0, 3).map((arg) => textOf(arg));
  const simple = SIMPLE_PATTERN.exec(pattern ?? '');
  if (!simple || put === undefined || subject === undefined || args.length > 3 || /[\\$]/.test(put)) return undefined;
  if (subject.length * (put.length + 1) > MAX_FOLDED) return undefined;
  try {
    return subject.replace(new RegExp(simple[2]! + simple[3]!, `g${simple[4]!}`), () => put);
  } catch {
    return undefined;
  }
}

/** `strtr` with an array: the longest key wins, nothing is replaced twice. */
function translatePairs(subject: string, pairs: ReadonlyMap<string, Value>): string | undefined {
  const table = new Map<string, string>();
  for (const [key, value] of pairs) {
    const text = textOf(value);
    if (text === undefined || key === '') return undefined;
    table.set(key, text);
  }
  const lengths = [...new Set([...table.keys()].map((key) => key.length))].toSorted((a, b) => b - a);
  if (lengths.length > 32) return undefined;
  let output = '';
  for (let at = 0; at < subject.length && output.length <= MAX_FOLDED;) {
    const length = lengths.find((size) => table.has(subject.substr(at, size)));
    output += length === undefined ? subject.charAt(at) : table.get(subject.substr(at, length));
    at += length ?? 1;
  }
  return output;
}

function pack(args: readonly Value[]): string | undefined {
  const format = textOf(args[0]);
  const data = textOf(args[1]);
  if (format === undefined || data === undefined) return undefined;
  if (/^H\*?\d*$/.test(format)) {
    return /^[\da-fA-F]*$/.test(data) ? Buffer.from(data, 'hex').toString('latin1') : undefined;
  }
  if (!/^[cC]\*?$/.test(format)) return undefined;
  const codes = args.slice(1).map(numberOf);
  return codes.every((code) => code !== undefined)
    ? String.fromCharCode(...codes.map((code) => code & 255))
    : undefined;
}

/** Directives of `sprintf` without width or precision. */
const KNOWN_DIRECTIVE = /%(?:(\d+)\$)?(%|s|d|c|x|X|u)/g;

function formatText(args: readonly Value[]): string | undefined {
  const pattern = textOf(args[0]);
  if (pattern === undefined) return undefined;
  let index = 0;
  let known = !pattern.replace(KNOWN_DIRECTIVE, '').includes('%');
  const output = pattern.replace(KNOWN_DIRECTIVE, (_, position: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const value = args[position ? Number(position) : ++index];
    const text = textOf(value);
    if (text === undefined) known = false;
    if (kind === 's') return text ?? '';
    const number = Math.trunc(numberOf(value) ?? 0);
    if (kind === 'c') return String.fromCharCode(number & 255);
    const hex = number.toString(16);
    return kind === 'x' ? hex : kind === 'X' ? hex.toUpperCase() : String(number);
  });
  return known ? output : undefined;
}

function trimmer(side: 'start' | 'end' | 'both'): Fold {
  return (args) => {
    const text = textOf(args[0]);
    const list = args.length > 1 ? textOf(args[1]) : ' \t\n\r\0\v';
    if (text === undefined || list === undefined || list.includes('..')) return undefined;
    let from = 0;
    let to = text.length;
    if (side !== 'end') while (from < to && list.includes(text.charAt(from))) from++;
    if (side !== 'start') while (to > from && list.includes(text.charAt(to - 1))) to--;
    return text.slice(from, to);
  };
}

function repeat(args: readonly Value[]): string | undefined {
  const text = textOf(args[0]);
  const times = numberOf(args[1]);
  if (text === undefined || times === undefined || times < 0) return undefined;
  // Asked this way round, because nothing endlessly often is not a number.
  if (!(text.length * times <= MAX_FOLDED)) return undefined;
  return text.repeat(Math.trunc(times));
}

function find(ignoreCase: boolean): Fold {
  return (args) => {
    const text = textOf(args[0]);
    const wanted = textOf(args[1]);
    if (text === undefined || wanted === undefined) return undefined;
    const at = ignoreCase ? text.toLowerCase().indexOf(wanted.toLowerCase()) : text.indexOf(wanted);
    return at === -1 ? false : at;
  };
}

/** `dirname` with its level argument, as PHP on Unix does it. */
function directoryName(path: string, levels = 1): string {
  let result = path;
  for (let level = 0; level < Math.min(levels, 32); level++) {
    if (result === '' || result === '\0') return result === '' ? '.' : `${result}${'/..'.repeat(levels - level)}`;
    const slash = result.replace(/\/+$/, '').lastIndexOf('/');
    result = slash === -1 ? '.' : slash === 0 ? '/' : result.slice(0, slash);
  }
  return result;
}

/** Foldable functions over text by name. */
export const STRING_FUNCTIONS: Readonly<Record<string, Fold | undefined>> = Object.assign(Object.create(null), {
  strrev: onText((text) => toBinary(text).split('').toReversed().join('')),
  strtolower: onText((text) => text.toLowerCase()),
  strtoupper: onText((text) => text.toUpperCase()),
  mb_strtolower: onText((text) => text.toLowerCase()),
  mb_strtoupper: onText((text) => text.toUpperCase()),
  lcfirst: onText((text) => text.charAt(0).toLowerCase() + text.slice(1)),
  ucfirst: onText((text) => text.charAt(0).toUpperCase() + text.slice(1)),
  strlen: onText((text) => text.length),
  ord: onText((text) => toBinary(text.slice(0, 1)).charCodeAt(0) || 0),
  stripslashes: onText((text) => text.replace(/\\(.?)/gs, '$1')),
  addslashes: onText((text) => text.replace(/[\\'"]/g, '\\$&')),
  strval: onText((text) => text),
  realpath: onText((text) => text),
  bin2hex: onText((text) => Buffer.from(toBinary(text), 'latin1').toString('hex')),
  base64_encode: onText((text) => Buffer.from(toBinary(text), 'latin1').toString('base64')),
  nl2br: onText((text) => text.replace(/\r?\n/g, '<br />$&')),
  intval: (args: readonly Value[]) => {
    const base = args.length > 1 ? numberOf(args[1]) : 10;
    const text = textOf(args[0]);
    return text === undefined || base === undefined ? undefined : Number.parseInt(text, base) || 0;
  },
  hexdec: onText((text) => Number.parseInt(text, 16) || 0),
  octdec: onText((text) => Number.parseInt(text, 8) || 0),
  bindec: onText((text) => Number.parseInt(text, 2) || 0),
  dechex: (args: readonly Value[]) => numberOf(args[0])?.toString(16),
  chr: (args: readonly Value[]) => {
    const code = numberOf(args[0]);
    return code === undefined ? undefined : String.fromCharCode(((Math.trunc(code) % 256) + 256) % 256);
  },
  substr: (args: readonly Value[]) => {
    const text = textOf(args[0]);
    const offset = numberOf(args[1]);
    const length = args.length > 2 && args[2]?.constant !== null ? numberOf(args[2]) : Number.NaN;
    if (text === undefined || offset === undefined || length === undefined) return undefined;
    return substring(text, offset, Number.isNaN(length) ? undefined : length);
  },
  substr_replace: (args: readonly Value[]) => {
    const [text, put] = [textOf(args[0]), textOf(args[1])];
    const offset = numberOf(args[2]);
    const length = args.length > 3 ? numberOf(args[3]) : text?.length;
    if (text === undefined || put === undefined || offset === undefined || length === undefined) return undefined;
    const from = offset < 0 ? Math.max(0, text.length + offset) : Math.min(offset, text.length);
    const to = length < 0 ? Math.max(from, text.length + length) : from + length;
    return text.slice(0, from) + put + text.slice(to);
  },
  md5: onText((text) => createHash('md5').update(toBinary(text), 'latin1').digest('hex')),
  sha1: onText((text) => createHash('sha1').update(toBinary(text), 'latin1').digest('hex')),
  str_replace: replace(false),
  str_ireplace: replace(true),
  strtr: translate,
  preg_replace: replacePattern,
  base_convert: convertBase,
  vsprintf: ([pattern, list]: readonly Value[]) =>
    list?.items && pattern ? formatText([pattern, ...list.items.values()]) : undefined,
  mb_substr: (args: readonly Value[]) => STRING_FUNCTIONS['substr']!(args),
  ucwords: onText((text) => text.replace(/(?:^|\s)[a-z]/g, (letters) => letters.toUpperCase())),
  substr_count: ([text, wanted]: readonly Value[]) => {
    const [whole, part] = [textOf(text), textOf(wanted)];
    return whole === undefined || !part ? undefined : whole.split(part).length - 1;
  },
  strcmp: ([a, b]: readonly Value[]) => {
    const [left, right] = [textOf(a), textOf(b)];
    return left === undefined || right === undefined ? undefined : left === right ? 0 : left < right ? -1 : 1;
  },
  pack,
  sprintf: formatText,
  trim: trimmer('both'),
  ltrim: trimmer('start'),
  rtrim: trimmer('end'),
  chop: trimmer('end'),
  str_repeat: repeat,
  strpos: find(false),
  stripos: find(true),
  dirname: (args: readonly Value[]) => {
    const path = textOf(args[0]);
    const levels = args.length > 1 ? numberOf(args[1]) : 1;
    return path === undefined || levels === undefined ? undefined : directoryName(path, levels);
  },
  basename: onText((text) => text.replace(/\/+$/, '').replace(/^.*\//s, '')),
});
