import type { AnalysisState } from '../analysisState';
import type { Expression } from '../ast';
import type { Observation } from '../observation';
import { Flag, Mark, textOf, UNKNOWN, type Value } from '../value';

/** A file that is written. */
export interface Write {
  readonly path: Value;
  readonly content: Value;
  /** The expression that names the file; `undefined` when it stands elsewhere. */
  readonly target: Expression | undefined;
}

/** The write that a call does, if it does one. */
export function writeOf({ kind, name, args, node }: Observation, state: AnalysisState): Write | undefined {
  if (kind !== 'call' || node.kind !== 'call') return undefined;
  const [first, second] = node.args;
  switch (name) {
    case 'file_put_contents':
      return { path: args[0] ?? UNKNOWN, content: args[1] ?? UNKNOWN, target: first?.value };
    case 'fwrite':
    case 'fputs':
      return toHandle(args[0], args[1] ?? UNKNOWN, state);
    case 'curl_setopt':
      // CURLOPT_FILE: what is fetched goes into an open file.
      return toHandle(args[2], { flags: Flag.Remote }, state);
    case 'move_uploaded_file':
      return { path: args[1] ?? UNKNOWN, content: args[0] ?? UNKNOWN, target: second?.value };
    case 'copy': {
      const from = args[0] ?? UNKNOWN;
      if (from.flags & Flag.Upload) return { path: args[1] ?? UNKNOWN, content: from, target: second?.value };
      const remote = from.flags & Flag.Whole || /^https?:/i.test(textOf(from) ?? from.prefix ?? '');
      return remote ? { path: args[1] ?? UNKNOWN, content: { flags: Flag.Remote }, target: second?.value } : undefined;
    }
    default:
      return undefined;
  }
}

function toHandle(handle: Value | undefined, content: Value, state: AnalysisState): Write | undefined {
  if (handle?.className !== Mark.Handle) return undefined;
  return { path: handle.items?.get('path') ?? UNKNOWN, content, target: state.opened.get(handle.items!) };
}
