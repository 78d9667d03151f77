import { COMMAND_FUNCTIONS } from '../functionNames';
import { names } from '../nameList';
import type { Observation } from '../observation';
import { Flag, numberOf, textOf, type Value } from '../value';
import type { Search, Witness } from './witness';

const SOCKETS = new Set(names('fsockopen pfsockopen stream_socket_client socket_connect socket_create socket_bind'));

/** What an intruder asks a server first: who am I, what is switched off, how much room is there. */
const PROBES = new Set(
  names(`
    php_uname posix_getpwuid posix_getgrgid posix_getuid posix_geteuid posix_getegid get_current_user getmyuid getmygid
    getmypid getmyinode disk_free_space disk_total_space diskfreespace fileperms fileowner filegroup get_cfg_var
    get_loaded_extensions php_ini_loaded_file sys_getloadavg gethostbyname posix_uname
  `),
);
const PROBED_SETTINGS =
  /^(?:safe_mode|disable_functions|open_basedir|allow_url_fopen|allow_url_include|magic_quotes_gpc)$/;

/** Files that say who may log in on a server. */
const SYSTEM_FILES =
  /\/etc\/(?:passwd|shadow|named\.conf|valiases)|\/proc\/self\/(?:environ|maps|mem)|^\/home\d?\/\*|^(?:IIS|WinNT):\/\/|\bsam\._$/;

/** Code longer than this (characters) may use sockets and programs for reasons that have nothing to do with each other. */
const LONG_CODE = 200_000;

function distinct(
  seen: readonly Observation[],
  keyOf: (one: Observation) => string | undefined,
): Map<string, Observation> {
  const found = new Map<string, Observation>();
  for (const one of seen) {
    const key = keyOf(one);
    if (key !== undefined && !found.has(key)) found.set(key, one);
  }
  return found;
}

function command(one: Observation): string | undefined {
  if (one.kind === 'shell') return 'shell_exec';
  return one.kind === 'call' && COMMAND_FUNCTIONS.has(one.name) ? one.name : undefined;
}

function probe(one: Observation): string | undefined {
  if (one.kind !== 'call') return undefined;
  if (PROBES.has(one.name)) return one.name;
  const setting = one.name === 'ini_get' ? textOf(one.args[0]) : undefined;
  return setting !== undefined && PROBED_SETTINGS.test(setting) ? setting : undefined;
}

/** Scripts, not libraries: those that try every way to start a program, connect a shell outwards, question the server. */
export const findTools: Search = ({ state, seen }) => {
  if (state.program.classes.length > 0) return [];
  const witnesses: Witness[] = [];
  const commands = distinct(seen, command);
  const [anyCommand] = commands.values();
  if (anyCommand && commands.size >= 3) {
    witnesses.push({ signal: 'shellTools', strength: 'strong', node: anyCommand.node });
  }
  const socket = seen.find((one) => one.kind === 'call' && SOCKETS.has(one.name));
  const given = state.code.length < LONG_CODE && seen.some((one) => command(one) !== undefined && isVariable(one));
  if (socket && given) witnesses.push({ signal: 'networkShell', strength: 'strong', node: socket.node });
  const flood = seen.find((one) => isFlood(one) || isTunnel(one));
  if (flood) witnesses.push({ signal: 'networkShell', strength: 'strong', node: flood.node });
  const probes = distinct(seen, probe);
  const [anyProbe] = probes.values();
  if (anyProbe && probes.size >= 4) {
    witnesses.push({ signal: 'systemProbe', strength: probes.size >= 6 ? 'strong' : 'weak', node: anyProbe.node });
  }
  const system = seen.find(
    (one) => (one.kind === 'call' || one.name === 'com') && one.args.some((arg) => namesSystemFile(arg)),
  );
  if (system) witnesses.push({ signal: 'systemProbe', strength: 'strong', node: system.node });
  return witnesses;
};

/** Also the passwords of an account's mailboxes, as cPanel keeps them below its folder. */
function namesSystemFile(path: Value): boolean {
  if (SYSTEM_FILES.test(textOf(path) ?? '')) return true;
  return (path.prefix ?? '').startsWith('/home') && (path.suffix ?? '').endsWith('/shadow');
}

/** Whether the command line is more than a fixed text, such as a question for the server's load. */
function isVariable({ args }: Observation): boolean {
  return textOf(args[0]) === undefined;
}

/** A connection to whatever computer and port the client names, or a page from an address that comes disguised. */
function isTunnel({ kind, name, args }: Observation): boolean {
  if (kind !== 'call') return false;
  if (SOCKETS.has(name)) return args.length >= 2 && args.slice(-2).every((arg) => arg.flags & Flag.Whole);
  const address = name === 'curl_setopt' ? args[2] : name === 'curl_init' ? args[0] : undefined;
  const disguised = Flag.Request | Flag.Whole | Flag.Decoded;
  return address !== undefined && (address.flags & disguised) === disguised && address.suffix === undefined;
}

/** Packets to a host of the client's choice, in a loop: a flood or a port scan. */
function isFlood({ kind, name, args, inLoop }: Observation): boolean {
  if (kind !== 'call' || !inLoop || !SOCKETS.has(name)) return false;
  const host = args.find((arg) => arg.flags & Flag.Request);
  if (!host) return false;
  return args.some((arg) => (textOf(arg) ?? arg.prefix ?? '').startsWith('udp://')) || numberOf(args[1]) === undefined;
}
