import { PHP_ENDING } from '../functionNames';
import { OWN_FILE } from '../expressionEvaluator';
import { Flag, textOf, type Value } from '../value';
import type { Observation } from '../observation';
import { sameSource } from './sameSource';
import { writeOf, type Write } from './writes';
import type { Evidence, Search, Witness } from './witness';

/** A script for another interpreter, or a program for Linux. */
const PROGRAM = /^(?:#!\s*\/(?:usr\/)?bin\/|\u007fELF)/;
/** Settings that make a server run pictures and texts as programs, or put a program before every other. */
const RUNS_OTHER_FILES =
  /^\s*(?:AddType\s+application\/x-httpd-php|(?:Add|Set)Handler\s+\S*php|php_value\s+auto_(?:prepend|append)_file|Options\b.*\+ExecCGI)/im;

/** Texts in a file of this kind, which nobody opens as text, are what was typed into a shop's forms. */
const KEEPS_PICTURES = /\.(?:png|jpe?g|gif|ico|bmp|woff2?|ttf)$/i;

/** Files that are written with what came from the client, from another machine, out of a decoder, or with back doors. */
export const findWrittenFiles: Search = (evidence) =>
  evidence.seen.flatMap((one) => {
    const write = writeOf(one, evidence.state);
    return write ? judge(write, one, evidence) : [];
  });

function judge(write: Write, { node, name: call }: Observation, evidence: Evidence): Witness[] {
  const { path, content } = write;
  const name = textOf(path) ?? path.suffix ?? '';
  const asCode = PHP_ENDING.test(name) || name.endsWith('.htaccess');
  if (call === 'move_uploaded_file' || (call === 'copy' && content.flags & Flag.Upload)) {
    // Under a name of the client's it is an upload like any other; see uploads.ts.
    return asCode && textOf(path) !== undefined ? [{ signal: 'bareUploader', strength: 'strong', node }] : [];
  }
  const named = (path.flags & Flag.Whole) !== 0;
  const fromClient = (content.flags & (Flag.Request | Flag.Upload)) !== 0;
  const own = Flag.File | Flag.Decoded | Flag.Request;
  const infects = (content.flags & own) === own;
  const fromElsewhere = (content.flags & (Flag.Remote | Flag.Decoded)) !== 0;
  if ((named && (fromClient || fromElsewhere || content.flags & Flag.File)) || (asCode && fromClient)) {
    return [{ signal: 'fileWrittenFromRequest', strength: 'strong', node, direct: named }];
  }
  // What the client sends in disguise goes behind or before what stands in a file already.
  // Programs keep what changes elsewhere; a back door has only itself.
  const changesItself = textOf(path) === OWN_FILE && (fromClient || fromElsewhere);
  const fetched = asCode && fromElsewhere && isWhollyFrom(content);
  if (changesItself) return [{ signal: 'droppedCode', strength: 'strong', node, direct: true }];
  const dropped = infects || fetched || putsCodeBefore(write, evidence) || isHarmful(write, evidence);
  if (dropped) return [{ signal: 'droppedCode', strength: 'strong', node }];
  if (!(content.flags & Flag.Request)) return [];
  const anywhere = endsAsClientLikes(path) && !evidence.seen.some(({ kind }) => kind === 'include');
  const hidden = KEEPS_PICTURES.test(name) && (content.flags & Flag.Decoded) === 0;
  return [{ signal: 'fileWrittenFromRequest', strength: anywhere || hidden ? 'strong' : 'weak', node }];
}

/** What is written is fetched or unpacked from its beginning on, or from behind the opening tag. */
function isWhollyFrom({ prefix = '' }: Value): boolean {
  return /^\s*(?:<\?(?:php|=)?\s*)?$/i.test(prefix);
}

/** Behind a folder the client says all that follows, the file's ending and the way out of the folder included. */
function endsAsClientLikes({ flags, prefix = '', suffix }: Value): boolean {
  return (flags & Flag.Request) !== 0 && suffix === undefined && /^(?:\0|\.{0,2})\/?$/.test(prefix);
}

/** Whether what is written is a back door, a hidden program of another kind, or opens the server for one. */
function isHarmful({ path, content }: Write, { readPayload }: Evidence): boolean {
  const text = textOf(content) ?? content.prefix ?? content.suffix;
  if (text === undefined) return false;
  if (PROGRAM.test(text) && content.flags & Flag.Decoded) return true;
  const name = textOf(path) ?? path.suffix ?? '';
  if (/(?:^|\/)\.(?:htaccess|user\.ini)$/.test(name)) return RUNS_OTHER_FILES.test(text);
  if (text.startsWith('\u007fELF')) return true;
  if (!text.includes('<?')) return false;
  return readPayload(text, false)?.suspicions.some(({ strength }) => strength === 'strong') ?? false;
}

/** Code is put before what a file says, and its time set back so that nobody sees that it changed. */
function putsCodeBefore({ content, target }: Write, { state, seen }: Evidence): boolean {
  if (!(content.flags & Flag.File) || !/^\s*<\?(?:php|=)/i.test(content.prefix ?? '') || !target) return false;
  return seen.some(({ name, node, args }) => {
    const touched = name === 'touch' && args.length > 1 && node.kind === 'call' ? node.args[0]?.value : undefined;
    return touched !== undefined && sameSource(touched, target, state);
  });
}
