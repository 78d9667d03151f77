import { callbacksOf } from '../callbacks';
import { HIDING_DECODERS } from '../fold/decoders';
import { CODE_FUNCTIONS, COMMAND_FUNCTIONS } from '../functionNames';
import type { Observation } from '../observation';
import type { PhpFacts } from '../phpFacts';
import { Flag, textOf, type Value } from '../value';
import { isClients } from './registerGlobals';
import { decodedCode } from './decodedCode';
import { findCodeRuns, type CodeRun } from './codeRuns';
import type { Evidence, Search, Witness } from './witness';

/** Code that decodes further code. */
const DECODES = /\b(?:base64_decode|gzinflate|gzuncompress|str_rot13|strrev|hex2bin|convert_uudecode)\s*\(/i;

/** The body of a function that runs whatever it is called with. */
const RUNS_PARAMETER = /\b(?:eval|assert|system|shell_exec|passthru|popen)\s*\(\s*\$/i;

/** `eval($…` or `assert(…($…`. */
const RUNS_VARIABLE = /\b(?:eval|assert)\s*\((?:\s*\w+\s*\()*\s*\$/i;

/** Texts shorter than this are not worth reading as payload. */
const SHORTEST_PAYLOAD = 8;

/** Endings of function names shorter than this leave the client the choice, e.g. `'_' . $x . 't'`. */
const SHORTEST_ENDING = 6;
/** So do beginnings shorter than this, e.g. `'ass' . $x`. */
const SHORTEST_BEGINNING = 4;
/** A single word must be longer: web shells have `'action' . $_POST['a']`. */
const LONG_WORD = 10;

/** Code that is run from the request, from a decoder, from another machine; and the payloads themselves, read again. */
export const findRunCode: Search = (evidence) => [
  ...findCodeRuns(evidence.seen).flatMap((run) => judge(run, evidence)),
  ...evidence.seen.flatMap(chosenFunction),
];

function judge(run: CodeRun, evidence: Evidence): Witness[] {
  const { code, seen } = run;
  const { node } = seen;
  if (isClients(code, evidence.byForm) || code.flags & Flag.Upload) {
    const direct = (code.flags & Flag.Whole) !== 0 && code.prefix === undefined;
    return [{ signal: 'codeFromRequest', strength: 'strong', node, direct }];
  }
  if (code.flags & Flag.Remote) return [{ signal: 'remoteCode', strength: 'strong', node }];
  const text = textOf(code);
  if (run.construct === 'create_function' && RUNS_PARAMETER.test(text ?? '')) {
    return [{ signal: 'codeFromRequest', strength: 'strong', node }];
  }
  const payload =
    text !== undefined && text.length >= SHORTEST_PAYLOAD ? readText(text, run.construct, evidence) : undefined;
  const decoded =
    text !== undefined && code.flags & (Flag.Computed | Flag.Decoded) ? decodedCode(text, payload) : undefined;
  const witnesses: Witness[] = [];
  if (payload && payload.suspicions.some((one) => one.strength === 'strong')) {
    witnesses.push({ signal: 'payloadInPayload', strength: 'strong', node, decoded });
  }
  if (code.flags & (Flag.Decoded | Flag.Built)) {
    witnesses.push({ signal: 'decodedCode', strength: 'strong', node, decoded });
  } else if (text !== undefined && code.flags & Flag.Computed && hidesRunning(text, seen, evidence)) {
    witnesses.push({ signal: 'decodedCode', strength: 'strong', node, decoded });
  } else if (text !== undefined && code.flags & Flag.Computed && text.length > 200) {
    witnesses.push({ signal: 'decodedCode', strength: DECODES.test(text) ? 'strong' : 'weak', node, decoded });
  } else if (code.flags & (Flag.MaybeRequest | Flag.File) && run.construct === 'eval') {
    witnesses.push({ signal: code.flags & Flag.File ? 'decodedCode' : 'codeFromRequest', strength: 'weak', node });
  }
  return witnesses;
}

/** Code that runs further code, which the file does not say in so many words. */
function hidesRunning(text: string, { node }: Observation, { state }: Evidence): boolean {
  const [call] = RUNS_VARIABLE.exec(text) ?? [];
  return call !== undefined && !state.code.slice(node.start, node.end).includes(call);
}

function readText(text: string, construct: string, { readPayload }: Evidence): PhpFacts | undefined {
  return readPayload(text, construct !== 'include');
}

/** The client names the function that is called, directly or as a callback; or it is one that runs anything. */
function chosenFunction(seen: Observation): Witness[] {
  const { kind, name, args, node } = seen;
  const callbacks = callbacksOf(seen);
  const worker = callbacks.find(({ callee, isWorker }) => isWorker && runsAnything(callee));
  if (worker) return [{ signal: runsAnything(worker.callee)!, strength: 'strong', node }];
  const callee = callbacks[0]?.callee ?? calledBy(seen);
  // Which column of a query is fetched may well be asked for.
  if (!callee || name === 'fetchall') return [];
  if (isClientsChoice(callee)) return [{ signal: 'codeFromRequest', strength: 'strong', node }];
  const hidden = isDisguised(callee) && (callee.flags & Flag.Built || args.some((arg) => arg.flags & Flag.Request));
  return kind === 'call' && hidden ? [{ signal: 'hiddenFunctionName', strength: 'strong', node }] : [];
}

/** What a call or a reflection names. */
function calledBy({ kind, name, args, callee }: Observation): Value | undefined {
  if (kind === 'new') return name.startsWith('reflection') ? args[0] : undefined;
  return kind === 'call' ? callee : undefined;
}

/** Whether a callback is a function that runs code or commands, and which of the two. */
function runsAnything(callee: Value): 'codeFromRequest' | 'commandFromRequest' | undefined {
  const name = (textOf(callee) ?? '').toLowerCase();
  if (CODE_FUNCTIONS.has(name)) return 'codeFromRequest';
  return COMMAND_FUNCTIONS.has(name) ? 'commandFromRequest' : undefined;
}

/** A function's name that was decoded or put together, given what the client sent, is hidden whatever it is. */
function isDisguised(value: Value): boolean {
  if (value.closure || value.items) return false;
  if ((value.suffix?.length ?? 0) >= SHORTEST_ENDING) return false;
  if (choosesAmongOwn(value.prefix ?? '')) return false;
  const pieced = value.flags & (Flag.Request | Flag.Referrer) && (value.prefix ?? value.suffix) !== undefined;
  return pieced ? true : (value.flags & (Flag.Decoded | Flag.Built | Flag.Computed | Flag.File | Flag.Remote)) !== 0;
}

/** A fixed beginning is what programs give the functions that a request may choose from, unless PHP has harmful ones with it. */
function choosesAmongOwn(prefix: string): boolean {
  if (prefix.length < (prefix.includes('_') ? SHORTEST_BEGINNING : LONG_WORD)) return false;
  const beginning = prefix.toLowerCase();
  return ![...CODE_FUNCTIONS.keys(), ...COMMAND_FUNCTIONS, ...HIDING_DECODERS].some((name) =>
    name.startsWith(beginning),
  );
}

function isClientsChoice(value: Value): boolean {
  if (value.constant !== undefined || value.closure || value.items) return false;
  // A fixed ending is what frameworks give the functions that a request may choose from.
  if ((value.suffix?.length ?? 0) >= SHORTEST_ENDING) return false;
  return (value.flags & Flag.Whole) !== 0;
}
