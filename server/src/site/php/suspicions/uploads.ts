import type { AnalysisState } from '../analysisState';
import { names } from '../nameList';
import type { Observation } from '../observation';
import { Flag } from '../value';
import type { Search, Witness } from './witness';

/** Code longer than this (characters) is more than a bare upload script. */
const BARE_LENGTH = 8000;

/** Checks that an upload script makes when it is meant to take only some kinds of file. */
const UPLOAD_CHECKS = new Set(
  names(`
    in_array getimagesize exif_imagetype finfo_file mime_content_type pathinfo preg_match image_type_to_mime_type
    imagecreatefromjpeg imagecreatefromstring uniqid session_start wp_verify_nonce current_user_can mysql_query
  `),
);

/** A short script that takes any file under the name the client gave it, and does nothing else. */
export const findBareUploads: Search = ({ state, seen }) => {
  if (lengthOfCode(state) > BARE_LENGTH || state.program.classes.length > 0) return [];
  if (seen.some((one) => UPLOAD_CHECKS.has(one.name))) return [];
  const partOfMore = seen.some((one) => one.kind === 'include');
  return seen.flatMap((one): Witness[] =>
    takesAnyFile(one) && (!partOfMore || staysBeside(one))
      ? [{ signal: 'bareUploader', strength: 'strong', node: one.node }]
      : [],
  );
};

/** Characters of PHP: pages and pictures around the code do not count. */
function lengthOfCode({ code, program }: AnalysisState): number {
  const end = program.body.at(-1)?.end ?? code.length;
  return program.body.reduce(
    (length, { kind, start, end: last }) => (kind === 'html' ? length - (last - start) : length),
    end,
  );
}

function takesAnyFile({ kind, name, args: [from, to] }: Observation): boolean {
  if (kind !== 'call' || (name !== 'move_uploaded_file' && name !== 'copy')) return false;
  return ((from?.flags ?? 0) & Flag.Upload) !== 0 && ((to?.flags ?? 0) & (Flag.Request | Flag.Upload)) !== 0;
}

/** The file goes beside the script itself, where honest forms keep none: they have a folder for what is sent to them. */
function staysBeside({ args: [, to] }: Observation): boolean {
  return to !== undefined && (to.flags & Flag.Whole) !== 0 && to.prefix === undefined;
}
