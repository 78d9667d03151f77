import { ASKING_FUNCTIONS, CALLBACK_ARGUMENT } from './functionNames';
import { names } from './nameList';
import type { Observation } from './observation';
import { textOf, type Value } from './value';

/** A function that is handed to another, which calls it. */
export interface Callback {
  /** Its name, or whatever else names it. */
  readonly callee: Value;
  /** What it may be called with. */
  readonly data: readonly Value[];
  /** It sorts, filters or answers queries: nobody in his right mind gives a command or `assert` for that. */
  readonly isWorker: boolean;
}

/** Functions with two callbacks at their end. */
const TWO_CALLBACKS = new Set(['array_udiff_uassoc', 'array_uintersect_uassoc']);

/** Methods and constructors that take a callback; the number is the argument. */
const OF_OBJECTS: ReadonlyMap<string, number> = new Map([
  ['uasort', 0],
  ['uksort', 0],
  ['createfunction', 1],
  ['sqlitecreatefunction', 1],
  ['fetchall', 1],
  ['registerphpfunctions', 0],
  ['callbackfilteriterator', 1],
  ['recursivecallbackfilteriterator', 1],
]);

/** Functions that call whatever a program is made to call. */
const CALLS_ANYTHING = new Set(
  names(`
    call_user_func call_user_func_array forward_static_call forward_static_call_array array_map array_walk
    register_shutdown_function spl_autoload_register set_error_handler set_exception_handler header_register_callback
  `),
);

/** One for all: several searches ask about every call of a file. */
const NONE: readonly never[] = [];

/** The callbacks of a call, none where it takes none or only asks about them. */
export function callbacksOf({ kind, name, args }: Observation): readonly Callback[] {
  const callees = calleesOf(kind, name, args);
  if (callees.length === 0) return NONE;
  const isWorker = !CALLS_ANYTHING.has(name);
  return callees.map((callee) => ({ callee, data: args.filter((arg) => arg !== callee), isWorker }));
}

function calleesOf(kind: Observation['kind'], name: string, args: readonly Value[]): readonly Value[] {
  if (kind === 'method' || kind === 'new') return at(args, OF_OBJECTS.get(name));
  if (kind !== 'call' || ASKING_FUNCTIONS.has(name)) return [];
  if (TWO_CALLBACKS.has(name)) return args.slice(2);
  if (name === 'session_set_save_handler') return args.filter((arg) => textOf(arg) !== undefined);
  if (name === 'preg_replace_callback_array') return [...(args[0]?.items?.values() ?? [])];
  if (name === 'filter_var') return optionsOf(args[2]);
  if (name === 'filter_var_array') return [...(args[1]?.items?.values() ?? [])].flatMap(optionsOf);
  return at(args, CALLBACK_ARGUMENT.get(name));
}

function at(args: readonly Value[], position: number | undefined): readonly Value[] {
  const callee = position === undefined ? undefined : args[position];
  return callee ? [callee] : NONE;
}

/** `['options' => 'name']` of a filter that calls a function. */
function optionsOf(filter: Value | undefined): Value[] {
  const options = filter?.items?.get('options');
  return options && textOf(options) !== undefined ? [options] : [];
}
