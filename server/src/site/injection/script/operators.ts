import { UNKNOWN_PART } from '../../references/target';
import { Flag, flagsOf, number, partlyText, text, textOf, UNKNOWN, type Value } from './value';

type Arithmetic = (left: number, right: number) => number;

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': (left, right) => left ^ right,
  '&': (left, right) => left & right,
  '|': (left, right) => left | right,
  '<<': (left, right) => left << right,
  '>>': (left, right) => left >> right,
  '>>>': (left, right) => left >>> right,
};

/** How far back the end of a text is looked at for the beginning of a URL that goes on in the next text. */
const LONGEST_URL = 2000;
/** A URL's scheme cut in two: `'ht' + 'tps://…'`. */
const BEGINNING_OF_SCHEME = /(?:^|[^\w])h(?:t(?:tp?)?)?$/i;
const END_OF_SCHEME = /^t{0,2}p?s?:\/\/|^s?:\/\//i;

/** What an operator between two values gives, as far as it can be known. */
export function binary(sign: string, left: Value, right: Value): Value {
  const { counter } = left;
  if (counter !== undefined && right.number !== undefined) {
    if (sign === '+') return { flags: 0, counter: { ...counter, offset: counter.offset + right.number } };
    // An index that begins anew at the end of a key.
    if (sign === '%') return left;
  }
  const arithmetic = ARITHMETIC[sign];
  if (arithmetic === undefined) return UNKNOWN;
  if (left.each !== undefined || right.each !== undefined) return eachBinary(sign, arithmetic, left, right);
  if (sign === '+' && (left.number === undefined || right.number === undefined)) return concatenation(left, right);
  const [first, second] = [numberOf(left), numberOf(right)];
  if (first === undefined || second === undefined) return { flags: flagsOf(left, right) };
  return number(arithmetic(first, second), flagsOf(left, right));
}

function eachBinary(sign: string, arithmetic: Arithmetic, left: Value, right: Value): Value {
  const size = Math.max(left.each?.length ?? 0, right.each?.length ?? 0);
  const flags = flagsOf(left, right);
  const results: (number | string)[] = [];
  for (let at = 0; at < size; at++) {
    const first = itemAt(left, at);
    const second = itemAt(right, at);
    if (first === undefined || second === undefined) return { flags };
    if (sign === '+' && (typeof first === 'string' || typeof second === 'string')) results.push(`${first}${second}`);
    else results.push(arithmetic(Number(first), Number(second)));
  }
  return { flags, each: results };
}

/** What a value is in one turn of a loop; a shorter key begins anew. */
function itemAt({ each, text: plain, number: fixed }: Value, at: number): number | string | undefined {
  return each === undefined ? (plain ?? fixed) : each[at % each.length];
}

function concatenation(left: Value, right: Value): Value {
  if (textOf(left) === undefined && textOf(right) === undefined) return { flags: flagsOf(left, right) };
  const [first, second] = [partlyText(left), partlyText(right)];
  const flags = flagsOf(left, right);
  // Looking into a long text that is still being put together would copy it each time.
  if (first.length > LONGEST_URL) return text(first + second, flags);
  // An unknown part beside another says nothing new.
  if (second === UNKNOWN_PART && first.endsWith(UNKNOWN_PART)) return text(first, flags);
  const isCut = BEGINNING_OF_SCHEME.test(first) && END_OF_SCHEME.test(second);
  return text(first + second, isCut ? flags | Flag.Hidden : flags);
}

function numberOf({ number: value, text: digits }: Value): number | undefined {
  if (value !== undefined || digits === undefined) return value;
  return /^\s*[\d.]+\s*$/.test(digits) ? Number(digits) : undefined;
}

/** What a sign in front of a value gives. */
export function unary(sign: string, value: Value): Value {
  const { number: known } = value;
  if (known === undefined) return { flags: sign === '!' ? 0 : value.flags };
  if (sign === '-') return number(-known);
  if (sign === '+') return number(known);
  return sign === '~' ? number(~known) : UNKNOWN;
}

/** What adding up gives; adding what a loop sees gives all of it. */
export function sum(left: Value, right: Value): Value {
  if (right.each === undefined) return binary('+', left, right);
  return text((textOf(left) ?? '') + right.each.join(''), flagsOf(left, right));
}
