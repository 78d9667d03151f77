import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MEMBER_SCHEME } from './protocol';
import { archivesOnPath } from './site/archive/archivePath';

/**
 * URI of the file that a finding names: of the document that shows it where it is in an archive.
 * @param folder URI of what was audited: a folder, or an archive, which then stands first in `file`
 * @param file relative, with `/`. Names may hold half a surrogate pair (on Windows, or see `nameOfBytes`), which no URI can: that
 *   becomes U+FFFD.
 */
export function siteFileUri(folder: string, file: string): string {
  const [outermost] = archivesOnPath(file);
  const isArchive = outermost !== undefined && basename(fileURLToPath(folder)) === outermost.archive;
  const base = isArchive || folder.endsWith('/') ? folder : `${folder}/`;
  const path = file
    .replaceAll(/\p{Cs}/gu, '\u{fffd}')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  const { href } = new URL(path, base);
  return outermost === undefined ? href : href.replace(/^file:/, `${MEMBER_SCHEME}:`);
}
