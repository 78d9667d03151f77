import { builtinResult } from '../builtinResult';
import { ARRAY_FUNCTIONS } from '../fold/arrayFunctions';
import { DECODERS } from '../fold/decoders';
import { STRING_FUNCTIONS } from '../fold/stringFunctions';
import { constant, Flag, numberOf, textOf, type Scalar, type Value } from '../value';
import { giveUp } from './notKnown';

type Question = (value: Value) => Scalar;

/** Functions that ask what a value is. */
const QUESTIONS: ReadonlyMap<string, Question> = new Map([
  ['is_array', (value) => value.items !== undefined],
  ['is_string', (value) => typeof value.constant === 'string'],
  ['is_numeric', (value) => value.constant !== undefined && !Number.isNaN(Number(textOf(value) || 'x'))],
  ['is_int', (value) => Number.isInteger(value.constant)],
  ['is_null', (value) => value.constant === null],
]);

/** Functions over numbers. */
const NUMBERS: ReadonlyMap<string, (...numbers: number[]) => number> = new Map([
  ['abs', Math.abs],
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['round', Math.round],
  ['min', Math.min],
  ['max', Math.max],
  ['intdiv', (a: number, b: number) => Math.trunc(a / b)],
]);

/** The result of a function of PHP that has no effects; gives up when it is another or its result is not known. */
export function pureResult(name: string, args: readonly Value[]): Value {
  const question = QUESTIONS.get(name);
  if (question && args[0]) return constant(question(args[0]));
  const overNumbers = NUMBERS.get(name);
  if (overNumbers) return constant(overNumbers(...args.map((arg) => numberOf(arg) ?? giveUp())));
  if (name === 'in_array') return constant(elementsOf(args[1]).includes(textOf(args[0])));
  if (name === 'array_key_exists') return constant(args[1]?.items?.has(textOf(args[0]) ?? '') ?? giveUp());
  if (name === 'function_exists') return constant(true);
  if (!STRING_FUNCTIONS[name] && !ARRAY_FUNCTIONS[name] && !DECODERS[name]) giveUp();
  const value = builtinResult(name, args);
  if (value.constant === undefined && !value.items) giveUp();
  // Characters that are worked out one by one spell what is not to be read.
  return name === 'chr' ? { ...value, flags: value.flags | Flag.Decoded } : value;
}

function elementsOf(list: Value | undefined): (string | undefined)[] {
  return [...(list?.items?.values() ?? giveUp())].map(textOf);
}
