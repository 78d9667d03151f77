import { DECODERS, HIDING_DECODERS } from './fold/decoders';
import { ARRAY_FUNCTIONS } from './fold/arrayFunctions';
import { STRING_FUNCTIONS } from './fold/stringFunctions';
import {
  CLEANING_FUNCTIONS,
  DIGEST_FUNCTIONS,
  FETCH_FUNCTIONS,
  PASSING_FUNCTIONS,
  READ_FUNCTIONS,
} from './functionNames';
import { readSource, sourceFunction } from './sources';
import { constant, Flag, flagged, Mark, textOf, UNKNOWN, type Value } from './value';

/** Functions that cut a text into a list. */
const SPLITTERS = new Set(['explode', 'split', 'preg_split', 'mb_split', 'str_split', 'file']);

/** Functions that escape for a command line. */
const COMMAND_ESCAPES = new Set(['escapeshellarg', 'escapeshellcmd']);

/** The value that a function of PHP gives for these arguments: folded when it can be, else with the origins it passes on. */
export function builtinResult(name: string, args: readonly Value[]): Value {
  const source = sourceFunction(name, args);
  if (source) return source;
  const folded = fold(name, args);
  if (folded) return folded;
  if (name === 'get_defined_vars') return flagged(Flag.Request);
  if (name === 'get_defined_functions') return { flags: 0, className: Mark.Functions };
  // What cameras write into pictures is where code hides.
  if (name === 'exif_read_data' || name === 'read_exif_data') return flagged(Flag.File | Flag.Decoded);
  if (COMMAND_ESCAPES.has(name)) return UNKNOWN;
  if (READ_FUNCTIONS.has(name)) return read(name, args);
  if (FETCH_FUNCTIONS.has(name)) return flagged(Flag.Remote);
  if (name === 'fopen' || name === 'gzopen' || name === 'bzopen') return handle(args);
  if (name === 'fsockopen' || name === 'pfsockopen' || name === 'stream_socket_client') {
    return { flags: 0, className: Mark.Socket, items: new Map(args.map((arg, index) => [String(index), arg])) };
  }
  return passOn(name, args);
}

function fold(name: string, args: readonly Value[]): Value | undefined {
  const array = ARRAY_FUNCTIONS[name]?.(args);
  if (array) return name === 'implode' || name === 'join' ? { ...array, flags: array.flags | Flag.Computed } : array;
  const first = args[0];
  const origins = args.reduce((flags, arg) => flags | arg.flags, 0) & ~Flag.Whole;
  const decoder = DECODERS[name];
  if (decoder) {
    const text = textOf(first);
    const decoded = text === undefined ? undefined : decoder(text);
    const hiding = HIDING_DECODERS.has(name) ? Flag.Decoded : 0;
    return decoded === undefined ? undefined : constant(decoded, origins | Flag.Computed | hiding);
  }
  const result = STRING_FUNCTIONS[name]?.(args);
  if (result === undefined) return undefined;
  const hiding = HIDING_DECODERS.has(name) ? Flag.Decoded : 0;
  return constant(result, typeof result === 'string' ? origins | Flag.Computed | hiding : 0);
}

function handle(args: readonly Value[]): Value {
  const content = args[0] ? readSource(args[0]) : UNKNOWN;
  return {
    flags: content.flags,
    className: Mark.Handle,
    items: new Map([
      ['path', args[0] ?? UNKNOWN],
      ['mode', args[1] ?? UNKNOWN],
    ]),
  };
}

function read(name: string, args: readonly Value[]): Value {
  const subject = args[0] ?? UNKNOWN;
  if (subject.className === Mark.Handle) return flagged(subject.flags);
  const value = readSource(subject);
  return name === 'file' && value.flags & Flag.Request ? { ...value, flags: value.flags | Flag.Split } : value;
}

function passOn(name: string, args: readonly Value[]): Value {
  let flags = 0;
  for (const arg of args) flags |= arg.flags;
  if (DIGEST_FUNCTIONS.has(name)) return flagged(flags & (Flag.Request | Flag.MaybeRequest) ? Flag.Digest : 0);
  if (name === 'chr') return flagged((flags & ~Flag.Whole) | Flag.Built);
  if (CLEANING_FUNCTIONS.has(name)) return UNKNOWN;
  if (!PASSING_FUNCTIONS.has(name)) return flagged(flags & (Flag.Request | Flag.MaybeRequest) ? Flag.MaybeRequest : 0);
  const subject = name.startsWith('preg_') || name.startsWith('str_') ? args.at(-1) : args[0];
  const whole = (args[0]?.flags ?? 0) | (subject?.flags ?? 0);
  flags = (flags & ~(Flag.Whole | Flag.Computed)) | (whole & Flag.Whole);
  // What is left cannot leave the folder, so it is no longer any path.
  if (name === 'basename') flags &= ~Flag.Whole;
  if (HIDING_DECODERS.has(name)) flags |= Flag.Decoded;
  if (SPLITTERS.has(name) && flags & (Flag.Request | Flag.MaybeRequest)) flags |= Flag.Split;
  return flagged(flags);
}
