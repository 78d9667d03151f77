import type { Observation } from '../observation';
import { Flag, textOf, UNKNOWN, type Value } from '../value';
import { sameSource } from './sameSource';
import { writeOf } from './writes';
import type { Evidence, Search, Witness } from './witness';

/** Files that no program is kept in. */
const MEDIA_ENDING = /\.(?:ico|jpe?g|png|gif|txt|bmp|css)$/i;
/** Of these, pictures and archives are none that a page might want to show as they are. */
const NEVER_SHOWN = /\.(?:ico|jpe?g|zip|t?gz|rar|mp[34])$/i;

/** Streams that unpack or decode what they include; a `.phar` archive is the honest one among them. */
const DECODING_STREAM = /^(?:php:\/\/filter\b|zip:\/\/|phar:\/\/.*\.(?:ico|jpe?g|png|gif|txt|zip|css|dat)(?:\/|$))/i;

/** Files that are run where no program would look for one: those that the client names, remote, hidden or just written ones. */
export const findIncludes: Search = (evidence) =>
  evidence.seen.flatMap((one) => (one.kind === 'include' ? included(one, evidence) : []));

function included(one: Observation, evidence: Evidence): Witness[] {
  const path = one.args[0] ?? UNKNOWN;
  const { node } = one;
  const text = textOf(path) ?? '';
  const beginning = textOf(path) ?? path.prefix ?? '';
  if (/^(?:https?|ftp):\/\//i.test(beginning)) return [{ signal: 'remoteCode', strength: 'strong', node }];
  if (/^(?:data:|php:\/\/input)/i.test(beginning)) return [{ signal: 'codeFromRequest', strength: 'strong', node }];
  if (DECODING_STREAM.test(beginning)) return [{ signal: 'decodedCode', strength: 'strong', node }];
  const written = writtenBefore(one, evidence);
  if (written) return [written];
  if (path.flags & (Flag.Whole | Flag.Upload)) {
    const direct = path.suffix === undefined && path.prefix === undefined;
    return [{ signal: 'includeFromRequest', strength: 'strong', node, direct }];
  }
  if (path.flags & Flag.Request) return [{ signal: 'includeFromRequest', strength: 'weak', node }];
  const named = path.prefix !== undefined && path.suffix !== undefined;
  const hidden = (path.flags & Flag.Decoded && !named) || isDisguised(one);
  if (hidden || NEVER_SHOWN.test(text)) return [{ signal: 'decodedCode', strength: 'strong', node }];
  if (!MEDIA_ENDING.test(text || (path.suffix ?? ''))) return [];
  return [{ signal: 'decodedCode', strength: 'weak', node }];
}

/** A path that is written in one piece, but in escapes for letters that need none. */
function isDisguised({ node, args: [path] }: Observation): boolean {
  return node.kind === 'include' && node.path.kind === 'literal' && ((path?.flags ?? 0) & Flag.Computed) !== 0;
}

/** Text that is the client's from its first character on, or from the opening tag on. */
function isAllClients({ flags, prefix = '' }: Value): boolean {
  if (!(flags & Flag.Request)) return false;
  return prefix === '' ? (flags & Flag.Whole) !== 0 : /^\s*<\?(?:php|=)?\s*$/i.test(prefix);
}

/** The file was just written with what came from elsewhere: `file_put_contents($f, $code); include $f;`. */
function writtenBefore(one: Observation, { state, seen }: Evidence): Witness | undefined {
  const { node } = one;
  if (node.kind !== 'include') return undefined;
  for (const other of seen) {
    const write = other.node.start < node.start ? writeOf(other, state) : undefined;
    if (!write || other.owner !== one.owner || !sameSource(write.target, node.path, state)) continue;
    const { flags } = write.content;
    // Installers write settings of the client's between code of their own, and include them by name.
    if (node.path.kind === 'literal' && !isAllClients(write.content)) continue;
    if (flags & (Flag.Request | Flag.Upload)) return { signal: 'codeFromRequest', strength: 'strong', node };
    if (flags & Flag.Remote) return { signal: 'remoteCode', strength: 'strong', node };
    if (flags & Flag.Decoded) return { signal: 'decodedCode', strength: 'strong', node };
  }
  return undefined;
}
