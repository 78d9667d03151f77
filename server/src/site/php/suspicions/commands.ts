import { ASKING_FUNCTIONS, CALLBACK_ARGUMENT, COMMAND_FUNCTIONS } from '../functionNames';
import type { Observation } from '../observation';
import { Flag, textOf, type Value } from '../value';
import { isClients } from './registerGlobals';
import type { Search, Witness } from './witness';

/** Methods of COM objects and SSH connections that start programs. */
const COMMAND_METHODS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['com', new Set(['exec', 'run', 'shellexecute'])],
  ['ffi', new Set(['system', 'popen'])],
]);

/** Programs that are started with what the client sent. */
export const findCommands: Search = ({ seen, byForm }) =>
  seen.flatMap((one): Witness[] => {
    const command = commandOf(one);
    if (!command) return [];
    const client = isClients(command, byForm) || command.flags & Flag.Upload;
    if (client) {
      const direct = (command.flags & Flag.Whole) !== 0 && command.prefix === undefined;
      return [{ signal: 'commandFromRequest', strength: 'strong', node: one.node, direct }];
    }
    const maybe = command.flags & (Flag.MaybeRequest | Flag.Remote | Flag.Unset);
    return maybe ? [{ signal: 'commandFromRequest', strength: 'weak', node: one.node }] : [];
  });

/** The command line that an observation runs, if it runs one. */
function commandOf({ kind, name, args, callee }: Observation): Value | undefined {
  if (kind === 'shell') return args[0];
  if (kind === 'method') {
    return COMMAND_METHODS.get(callee?.className ?? '')?.has(name)
      ? args.find((arg) => arg.flags & Flag.Request)
      : undefined;
  }
  if (kind !== 'call') return undefined;
  if (COMMAND_FUNCTIONS.has(name)) return name === 'pcntl_exec' ? (args[1] ?? args[0]) : args[0];
  const position = CALLBACK_ARGUMENT.get(name);
  const callback = position === undefined || ASKING_FUNCTIONS.has(name) ? undefined : args[position];
  if (!callback || !COMMAND_FUNCTIONS.has((textOf(callback) ?? '').toLowerCase())) return undefined;
  return args.find((arg) => arg !== callback && arg.flags & (Flag.Request | Flag.MaybeRequest));
}
