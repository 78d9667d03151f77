import { names } from '../nameList';
import { findNameTables } from './nameTables';
import { callbacksOf } from '../callbacks';
import { CODE_FUNCTIONS, COMMAND_FUNCTIONS } from '../functionNames';
import { HIDING_DECODERS } from '../fold/decoders';
import type { Observation } from '../observation';
import { Flag, textOf, type Value } from '../value';
import type { Search, Witness } from './witness';

const OTHER_DANGEROUS = new Set(
  names(`
    file_put_contents fwrite move_uploaded_file call_user_func call_user_func_array preg_replace curl_exec
    fsockopen mail chmod unlink base64_decode array_map ini_set error_reporting extract copy
  `),
);

/** A function that does harm, called by a name that was put together so that a search for the name finds nothing. */
export const findHiddenNames: Search = ({ seen, state }) => [
  ...seen.flatMap((one): Witness[] => {
    const name = hiddenName(one);
    if (name === undefined || !isDangerous(name)) return [];
    return [{ signal: 'hiddenFunctionName', strength: 'strong', node: one.node }];
  }),
  ...findNameTables(state.literals),
];

function hiddenName(one: Observation): string | undefined {
  const { kind, callee, args, name } = one;
  if (kind === 'new' && name === 'reflectionfunction') return computedName(args[0]);
  const callbacks = callbacksOf(one).map((callback) => computedName(callback.callee));
  return (kind === 'call' ? computedName(callee) : undefined) ?? callbacks.find((hidden) => hidden !== undefined);
}

function computedName(value: Value | undefined): string | undefined {
  return value && value.flags & (Flag.Computed | Flag.Decoded) ? textOf(value)?.toLowerCase() : undefined;
}

function isDangerous(name: string): boolean {
  return (
    CODE_FUNCTIONS.has(name) || COMMAND_FUNCTIONS.has(name) || HIDING_DECODERS.has(name) || OTHER_DANGEROUS.has(name)
  );
}
