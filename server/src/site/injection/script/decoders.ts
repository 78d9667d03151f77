import {
  characters,
  Flag,
  flagsOf,
  flagsOfAll,
  list,
  number,
  numbersOf,
  text,
  textOf,
  UNKNOWN,
  type Value,
} from './value';

/** Signs and letters that a URL never needs to have as `%..`. */
const NEEDLESS_ESCAPES = /(?:%(?:[46][1-9a-f]|[57][\da]|3\d|2[ef]|u00[2-7][\da-f])){4}/i;
/** So many characters given by their numbers are a text that somebody hides. */
const MANY_CHARACTERS = 4;
const BASE64 = /^[\w+/=\s-]*$/;

/** A function that the browser provides; the object that it belongs to does not matter. */
export type Native = (args: readonly Value[]) => Value;

/** Functions that turn numbers and codes into texts, by the name under which scripts know them. */
export const DECODERS: ReadonlyMap<string, Native> = new Map<string, Native>([
  ['String.fromCharCode', fromCharacterCodes],
  ['String.fromCodePoint', fromCharacterCodes],
  ['atob', ([value]) => mapText(value, decodeBase64, Flag.Hidden)],
  ['btoa', ([value]) => ({ flags: flagsOf(value) })],
  ['unescape', ([value]) => unescaped(value)],
  ['decodeURIComponent', ([value]) => unescaped(value)],
  ['decodeURI', ([value]) => unescaped(value)],
  ['escape', ([value]) => ({ flags: flagsOf(value) })],
  ['encodeURIComponent', ([value]) => ({ flags: flagsOf(value) })],
  ['parseInt', ([value, radix]) => wholeNumber(value, radix)],
  ['Number.parseInt', ([value, radix]) => wholeNumber(value, radix)],
  ['Number', ([value]) => wholeNumber(value, undefined)],
  ['parseFloat', ([value]) => wholeNumber(value, undefined)],
  ['String', ([value]) => (value === undefined ? UNKNOWN : mapText(value, (plain) => plain, 0))],
  ['Array.from', ([value]) => asList(value)],
  ['Uint8Array.from', ([value]) => asList(value)],
  ['Uint8Array', ([value]) => asList(value)],
  ['Array', (args) => (args.length > 1 ? list(args) : asList(args[0]))],
]);

/** A text of the characters with these numbers, given one by one, as a list, or as what a loop sees. */
export function fromCharacterCodes(args: readonly Value[]): Value {
  const [first] = args;
  const flags = flagsOfAll(args);
  if (first?.each !== undefined) {
    const codes = numbersOf(first);
    return codes === undefined ? { flags } : { flags: flags | Flag.Hidden, each: codes.map(character) };
  }
  const codes = args.length === 1 && first?.items !== undefined ? numbersOf(first) : numbersOf(list(args));
  if (codes === undefined) return { flags };
  return text(codes.map(character).join(''), flags | (codes.length >= MANY_CHARACTERS ? Flag.Hidden : 0));
}

/** Undoes a function for every text that a value stands for. */
export function mapText(value: Value | undefined, change: (plain: string) => string | undefined, flag: number): Value {
  if (value === undefined) return UNKNOWN;
  const flags = flagsOf(value);
  if (value.each !== undefined) {
    const each = value.each.map((one) => change(String(one)));
    return each.every((one) => one !== undefined) ? { flags: flags | flag, each } : { flags };
  }
  const plain = textOf(value);
  const changed = plain === undefined ? undefined : change(plain);
  return changed === undefined ? { flags } : text(changed, flags | flag);
}

/** Base64 as browsers read it: one byte a character; `undefined` when it is none. https://infra.spec.whatwg.org/#forgiving-base64 */
export function decodeBase64(value: string): string | undefined {
  return BASE64.test(value) ? Buffer.from(value, 'base64').toString('latin1') : undefined;
}

/** Undoes `%xx` and `%uxxxx`. A text that hides ordinary letters so is hidden; one that only protects a tag or blank is not. */
function unescaped(value: Value | undefined): Value {
  const plain = value?.text;
  const hides = plain !== undefined && NEEDLESS_ESCAPES.test(plain);
  return mapText(value, undoEscapes, hides || value?.each !== undefined ? Flag.Hidden : 0);
}

function undoEscapes(value: string): string {
  return value.replace(/%(?:u([\da-f]{4})|([\da-f]{2}))/gi, (_, unicode?: string, hex?: string) =>
    String.fromCharCode(Number.parseInt(unicode ?? hex ?? '', 16)),
  );
}

function wholeNumber(value: Value | undefined, radix: Value | undefined): Value {
  if (value === undefined) return UNKNOWN;
  const base = radix?.number;
  if (base !== undefined && (base < 2 || base > 36)) return UNKNOWN;
  const parse = (plain: string): number => (base === undefined ? Number(plain) : Number.parseInt(plain, base));
  if (value.each !== undefined) {
    const each = value.each.map((one) => parse(String(one)));
    return each.some(Number.isNaN) ? { flags: flagsOf(value) } : { flags: flagsOf(value), each };
  }
  const plain = textOf(value);
  return plain === undefined ? { flags: flagsOf(value) } : number(parse(plain), flagsOf(value));
}

function asList(value: Value | undefined): Value {
  if (value?.items !== undefined) return value;
  const plain = value?.text;
  return plain === undefined ? { flags: flagsOf(value) } : list(characters(plain), flagsOf(value));
}

function character(code: number): string {
  return String.fromCharCode(code & 0xffff);
}
