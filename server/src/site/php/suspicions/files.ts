import { names } from '../nameList';
import { PHP_ENDING } from '../functionNames';
import type { Observation } from '../observation';
import { Flag, Mark, textOf, UNKNOWN, type Value } from '../value';
import type { Evidence, Search, Witness } from './witness';

/** Code longer than this (characters) is more than a bare upload script. */
const BARE_LENGTH = 8000;

/** Checks that an upload script makes when it is meant to take only some kinds of file. */
const UPLOAD_CHECKS = new Set(
  names(`
    in_array getimagesize exif_imagetype finfo_file mime_content_type pathinfo preg_match image_type_to_mime_type
    imagecreatefromjpeg imagecreatefromstring uniqid session_start wp_verify_nonce current_user_can mysql_query
  `),
);

/** Files taken from the client, from another machine or out of a decoder. */
export const findWrittenFiles: Search = (evidence) => [
  ...evidence.seen.flatMap(includedFile),
  ...evidence.seen.flatMap((one) => writtenFile(one)),
  ...bareUploads(evidence),
];

function includedFile(one: Observation): Witness[] {
  if (one.kind !== 'include') return [];
  const path = one.args[0] ?? UNKNOWN;
  const { node } = one;
  const text = textOf(path) ?? '';
  if (/^(?:https?|ftp):\/\//i.test(text)) return [{ signal: 'remoteCode', strength: 'strong', node }];
  if (/^(?:data:|php:\/\/input)/i.test(text)) return [{ signal: 'codeFromRequest', strength: 'strong', node }];
  if (path.flags & (Flag.Whole | Flag.Upload)) {
    const direct = path.suffix === undefined && path.prefix === undefined;
    return [{ signal: 'includeFromRequest', strength: 'strong', node, direct }];
  }
  if (path.flags & Flag.Request) return [{ signal: 'includeFromRequest', strength: 'weak', node }];
  if (path.flags & Flag.Decoded || /\.(?:ico|jpe?g|png|gif|txt|bmp|css)$/i.test(text || (path.suffix ?? ''))) {
    return [{ signal: 'decodedCode', strength: path.flags & Flag.Decoded ? 'strong' : 'weak', node }];
  }
  return [];
}

interface Write {
  readonly path: Value;
  readonly content: Value;
}

function writeOf({ kind, name, args }: Observation): Write | undefined {
  if (kind !== 'call') return undefined;
  if (name === 'file_put_contents') return { path: args[0] ?? UNKNOWN, content: args[1] ?? UNKNOWN };
  if (name === 'fwrite' || name === 'fputs') {
    const [handle, content] = args;
    return handle?.className === Mark.Handle
      ? { path: handle.items?.get('path') ?? UNKNOWN, content: content ?? UNKNOWN }
      : undefined;
  }
  if (name === 'copy' && args[0] && (args[0].flags & Flag.Whole || /^https?:/i.test(textOf(args[0]) ?? ''))) {
    return { path: args[1] ?? UNKNOWN, content: { flags: Flag.Remote } };
  }
  return undefined;
}

function writtenFile(one: Observation): Witness[] {
  const write = writeOf(one);
  if (!write) return [];
  const { path, content } = write;
  const { node } = one;
  const name = textOf(path) ?? path.suffix ?? '';
  const chosen =
    (path.flags & Flag.Whole) !== 0 && content.flags & (Flag.Request | Flag.Remote | Flag.Decoded | Flag.File);
  const asCode = PHP_ENDING.test(name) || name.endsWith('.htaccess');
  const origin = content.flags & (Flag.Request | Flag.Remote | Flag.Decoded | Flag.Upload);
  if (chosen || (asCode && origin)) {
    return [{ signal: 'fileWrittenFromRequest', strength: 'strong', node, direct: chosen !== 0 && chosen !== false }];
  }
  return content.flags & Flag.Request ? [{ signal: 'fileWrittenFromRequest', strength: 'weak', node }] : [];
}

/** A short script that takes any file under the name the client gave it, and does nothing else. */
function bareUploads({ state, seen }: Evidence): Witness[] {
  const { code, program } = state;
  if (code.length > BARE_LENGTH || program.classes.length > 0 || seen.some((one) => one.kind === 'include')) return [];
  if (seen.some((one) => UPLOAD_CHECKS.has(one.name))) return [];
  return seen.flatMap((one): Witness[] => {
    if (one.kind !== 'call' || (one.name !== 'move_uploaded_file' && one.name !== 'copy')) return [];
    const [from, to] = one.args;
    const named = to && to.flags & (Flag.Request | Flag.Upload);
    return from && from.flags & Flag.Upload && named
      ? [{ signal: 'bareUploader', strength: 'strong', node: one.node }]
      : [];
  });
}
