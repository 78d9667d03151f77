import { constant, Flag, flagged, numberOf, textOf, truthOf, type Scalar, type Value } from '../value';
import { toBinary } from './bytes';
import { MAX_FOLDED } from './stringFunctions';

const KEPT = ~(Flag.Computed | Flag.Whole);

/** A value as PHP puts it into a text: of an array just the word. */
function printedText(value: Value): string | undefined {
  return textOf(value) ?? (value.items && value.className === undefined ? 'Array' : undefined);
}

function asText(value: Value, text: string | undefined): Value {
  return value.items && text !== undefined ? constant(text, value.flags) : value;
}

/** Text put together: known if all parts are, otherwise its origins and its known end. */
export function concatenate(left: Value, right: Value): Value {
  const a = printedText(left);
  const b = printedText(right);
  if (a === '') return asText(right, b);
  if (b === '') return asText(left, a);
  const whole = a === undefined ? left.flags & Flag.Whole : 0;
  const flags = ((left.flags | right.flags) & KEPT) | whole;
  if (a !== undefined && b !== undefined) {
    return a.length + b.length > MAX_FOLDED ? flagged(flags) : constant(a + b, flags | Flag.Computed);
  }
  const prefix = a === undefined ? left.prefix : a + (right.prefix ?? '');
  const suffix = b === undefined ? right.suffix : (left.suffix ?? '') + b;
  return { flags, ...(prefix && { prefix }), ...(suffix && { suffix }) };
}

/** Character by character, as PHP's `^`, `&` and `|` work on two texts. */
function bitwiseTexts(op: string, a: string, b: string): string {
  const left = toBinary(a);
  const right = toBinary(b);
  const length = op === '|' ? Math.max(left.length, right.length) : Math.min(left.length, right.length);
  let output = '';
  for (let at = 0; at < length; at++) {
    const x = left.charCodeAt(at) || 0;
    const y = right.charCodeAt(at) || 0;
    output += String.fromCharCode((op === '^' ? x ^ y : op === '&' ? x & y : x | y) & 255);
  }
  return output;
}

function arithmetic(op: string, a: number, b: number): number | undefined {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '%':
      return Math.trunc(b) === 0 ? undefined : Math.trunc(a) % Math.trunc(b);
    case '**':
      return a ** b;
    case '<<':
      return b >= 0 && b < 32 ? a * 2 ** b : undefined;
    case '>>':
      return b >= 0 && b < 53 ? Math.floor(a / 2 ** b) : undefined;
    case '^':
      return a ^ b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    default:
      return undefined;
  }
}

/** PHP's loose comparison as far as it matters here: numbers and numeric texts by value, else as texts. */
function looselyEqual(a: Value, b: Value): boolean | undefined {
  if (typeof a.constant === 'boolean' || typeof b.constant === 'boolean') {
    const [x, y] = [truthOf(a), truthOf(b)];
    return x === undefined || y === undefined ? undefined : x === y;
  }
  const [x, y] = [textOf(a), textOf(b)];
  if (x === undefined || y === undefined) return undefined;
  const numeric = x.trim() !== '' && y.trim() !== '' && !Number.isNaN(Number(x)) && !Number.isNaN(Number(y));
  return numeric ? Number(x) === Number(y) : x === y;
}

/** `[] == []`. */
function areBothEmpty(a: Value, b: Value): boolean {
  return a.items?.size === 0 && b.items?.size === 0;
}

/** What `<` and `>` compare: two texts that are no numbers letter by letter, all else as numbers. */
function ordered(left: Value, right: Value): readonly (string | number | undefined)[] {
  const [a, b] = [left.constant, right.constant];
  const texts = typeof a === 'string' && typeof b === 'string' && Number.isNaN(Number(a)) && Number.isNaN(Number(b));
  return texts ? [a, b] : [numberOf(left), numberOf(right)];
}

function compare(op: string, left: Value, right: Value): boolean | undefined {
  switch (op) {
    case '===':
    case '!==': {
      if (left.constant === undefined || right.constant === undefined) return undefined;
      return (left.constant === right.constant) === (op === '===');
    }
    case '==':
    case '!=':
    case '<>': {
      const equal = areBothEmpty(left, right) || looselyEqual(left, right);
      return equal === undefined ? undefined : equal === (op === '==');
    }
    default: {
      const [a, b] = ordered(left, right);
      if (a === undefined || b === undefined) return undefined;
      return op === '<' ? a < b : op === '<=' ? a <= b : op === '>' ? a > b : a >= b;
    }
  }
}

function logical(op: string, left: Value, right: Value): boolean | undefined {
  const [a, b] = [truthOf(left), truthOf(right)];
  if (op === '&&' || op === 'and') return a === false || b === false ? false : a && b;
  if (op === '||' || op === 'or') {
    return a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
  }
  return a === undefined || b === undefined ? undefined : a !== b;
}

const COMPARISONS = new Set(['==', '!=', '===', '!==', '<>', '<', '<=', '>', '>=']);
const LOGICAL = new Set(['&&', '||', 'and', 'or', 'xor']);

/** The value of a binary operator other than `.`, `??` and `instanceof`. */
export function operate(op: string, left: Value, right: Value): Value {
  if (COMPARISONS.has(op)) return known(compare(op, left, right));
  if (LOGICAL.has(op)) return known(logical(op, left, right));
  if (op === '^' || op === '&' || op === '|') return bitwise(op, left, right);
  const a = numberOf(left);
  const b = numberOf(right);
  const time = (left.flags | right.flags) & (Flag.Time | Flag.Session);
  if (op === '+' && left.items && right.items) {
    return { flags: left.flags | right.flags, items: new Map([...right.items, ...left.items]) };
  }
  const result = a === undefined || b === undefined ? undefined : arithmetic(op, a, b);
  return result === undefined ? flagged(time) : constant(result, time);
}

function bitwise(op: string, left: Value, right: Value): Value {
  if (typeof left.constant === 'string' && typeof right.constant === 'string') {
    return constant(bitwiseTexts(op, left.constant, right.constant), Flag.Computed | Flag.Decoded);
  }
  const [a, b] = [numberOf(left), numberOf(right)];
  const result = a === undefined || b === undefined ? undefined : arithmetic(op, a, b);
  if (result !== undefined) return constant(result);
  const origins =
    (left.flags | right.flags) & (Flag.Request | Flag.MaybeRequest | Flag.Remote | Flag.File | Flag.Decoded);
  return flagged(op === '^' && typeof right.constant !== 'number' ? origins | Flag.Built : origins);
}

function known(result: Scalar | undefined): Value {
  return result === undefined ? flagged(0) : constant(result);
}
