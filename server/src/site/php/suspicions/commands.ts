import { callbacksOf } from '../callbacks';
import { COMMAND_FUNCTIONS } from '../functionNames';
import type { Observation } from '../observation';
import { Flag, textOf, type Value } from '../value';
import { isClients } from './registerGlobals';
import type { Search, Witness } from './witness';

/** Methods of COM objects and SSH connections that start programs. */
const COMMAND_METHODS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['com', new Set(['exec', 'run', 'shellexecute'])],
  ['ffi', new Set(['system', 'popen'])],
]);

/** A shell that is handed to another computer. */
const SHELL_OUTWARDS = /\/dev\/tcp\/|\b(?:ba)?sh\s+-i\b|\bnc(?:at)?\s.*-e\s|socket\.socket\s*\(|use\s+Socket\b/;
/** A program that is fetched and put among those of the site, or run at once. */
const FETCHES_PROGRAM =
  /\b(?:wget|curl|fetch|lwp-download)\b.*(?:https?|ftp):\/\/.*(?:\.(?:php\d?|phtml|pl|py|sh)\b|\|\s*(?:sh|bash|perl|python|php)\b|chmod\s+\S*[+x7])/s;

/** `chmod +x ./name`, `chmod 777 name`. */
const MAKES_PROGRAM = /^\s*chmod\s+(?:[augo]*\+x|[0-7]?7[0-7]{2})\s+(?:\.\/)?([\w.-]+)\s*$/;

/** A command line with the place that runs it. */
interface Command {
  readonly node: Observation['node'];
  readonly command: Value;
}

/** Programs that are started with what the client sent, or that open the server to others. */
export const findCommands: Search = ({ seen, byForm }) => {
  const fixed: Witness[] = [];
  const commands: Command[] = [];
  for (const one of seen) {
    const command = commandOf(one);
    if (command) commands.push({ node: one.node, command });
    const witness = bySetting(one) ?? (command && fixedCommand({ node: one.node, command }));
    if (witness) fixed.push(witness);
  }
  return [...fixed, ...startsPrograms(commands), ...fromClient(commands, byForm)];
};

/** A program that PHP starts by itself because of a setting. */
function bySetting({ kind, name, args, node }: Observation): Witness | undefined {
  if (kind !== 'call' || (name !== 'putenv' && name !== 'imap_open')) return undefined;
  const text = textOf(args[0]) ?? args[0]?.prefix ?? '';
  if (name === 'imap_open') {
    return /oProxyCommand/i.test(text) ? { signal: 'commandFromRequest', strength: 'strong', node } : undefined;
  }
  return text.startsWith('LD_PRELOAD=') ? { signal: 'shellTools', strength: 'strong', node } : undefined;
}

function fixedCommand({ node, command }: Command): Witness | undefined {
  const line = textOf(command) ?? command.prefix ?? '';
  if (SHELL_OUTWARDS.test(line)) return { signal: 'networkShell', strength: 'strong', node };
  return FETCHES_PROGRAM.test(line) ? { signal: 'droppedCode', strength: 'strong', node } : undefined;
}

/** A file is made a program and then started: nothing that a page needs comes that way. */
function startsPrograms(commands: readonly Command[]): Witness[] {
  const lines = commands.map(({ node, command }) => ({ node, line: textOf(command) ?? '' }));
  for (const { line, node } of lines) {
    const [, program] = MAKES_PROGRAM.exec(line) ?? [];
    if (program === undefined) continue;
    const starts = lines.some((other) => other.line.includes(`./${program}`) && !MAKES_PROGRAM.test(other.line));
    if (starts) return [{ signal: 'droppedCode', strength: 'strong', node }];
  }
  return [];
}

function fromClient(commands: readonly Command[], byForm: boolean): Witness[] {
  return commands.flatMap(({ node, command }): Witness[] => {
    if (isClients(command, byForm) || command.flags & Flag.Upload) {
      const direct = (command.flags & Flag.Whole) !== 0 && command.prefix === undefined;
      return [{ signal: 'commandFromRequest', strength: 'strong', node, direct }];
    }
    const maybe = command.flags & (Flag.MaybeRequest | Flag.Remote | Flag.Unset);
    return maybe ? [{ signal: 'commandFromRequest', strength: 'weak', node }] : [];
  });
}

/** The command line that an observation runs, if it runs one. */
function commandOf(one: Observation): Value | undefined {
  const { kind, name, args, callee } = one;
  if (kind === 'shell') return args[0];
  if (kind === 'method') {
    return COMMAND_METHODS.get(callee?.className ?? '')?.has(name)
      ? args.find((arg) => arg.flags & Flag.Request)
      : undefined;
  }
  if (kind !== 'call') return undefined;
  if (name === 'ssh2_exec') return args[1];
  if (COMMAND_FUNCTIONS.has(name)) return name === 'pcntl_exec' ? (args[1] ?? args[0]) : args[0];
  const callback = callbacksOf(one).find((each) => COMMAND_FUNCTIONS.has((textOf(each.callee) ?? '').toLowerCase()));
  return callback?.data.find(({ flags }) => flags & (Flag.Request | Flag.MaybeRequest));
}
