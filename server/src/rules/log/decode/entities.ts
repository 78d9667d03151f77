import { hexDigit } from '../../../log/jsonText';

/** Longest entity that is understood, `&` and `;` included; the longest number is `&#x0000010ffff;` with some zeros before. */
export const LONGEST_ENTITY = 16;

const AMPERSAND = 0x26;
const NUMBER_SIGN = 0x23;
const LOWER_X = 0x78;
const LARGEST_CODE_POINT = 0x10ffff;

/**
 * Named character references of ASCII characters that attacks are written with (WHATWG HTML §13.5). Those of letters with
 * accents can't hide anything.
 */
const NAMED = new Map<string, string>([
  ['amp', '&'],
  ['apos', "'"],
  ['ast', '*'],
  ['bsol', '\\'],
  ['colon', ':'],
  ['comma', ','],
  ['commat', '@'],
  ['dollar', '$'],
  ['equals', '='],
  ['excl', '!'],
  ['grave', '`'],
  ['gt', '>'],
  ['hat', '^'],
  ['lbrace', '{'],
  ['lbrack', '['],
  ['lcub', '{'],
  ['lowbar', '_'],
  ['lpar', '('],
  ['lsqb', '['],
  ['lt', '<'],
  ['nbsp', ' '],
  ['newline', '\n'],
  ['num', '#'],
  ['percnt', '%'],
  ['period', '.'],
  ['plus', '+'],
  ['quest', '?'],
  ['quot', '"'],
  ['rbrace', '}'],
  ['rbrack', ']'],
  ['rcub', '}'],
  ['rpar', ')'],
  ['rsqb', ']'],
  ['semi', ';'],
  ['sol', '/'],
  ['tab', '\t'],
  ['verbar', '|'],
  ['vert', '|'],
]);

/**
 * The code point of the entity whose `;` would come at `end`; -1 when there is none.
 * @param start its `&`
 */
export function entityAt(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== AMPERSAND) return -1;
  if (bytes[start + 1] === NUMBER_SIGN) return numberAt(bytes, start + 2, end);
  let name = '';
  for (let at = start + 1; at < end; at++) name += String.fromCharCode(bytes[at]! | 0x20);
  return NAMED.get(name)?.charCodeAt(0) ?? -1;
}

function numberAt(bytes: Uint8Array, start: number, end: number): number {
  const isHex = (bytes[start]! | 0x20) === LOWER_X;
  const radix = isHex ? 16 : 10;
  const first = isHex ? start + 1 : start;
  if (first >= end) return -1;
  let value = 0;
  for (let at = first; at < end; at++) {
    const digit = hexDigit(bytes[at]);
    if (digit < 0 || digit >= radix) return -1;
    value = value * radix + digit;
  }
  return value <= LARGEST_CODE_POINT ? value : -1;
}
