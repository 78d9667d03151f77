import { constants, gunzipSync } from 'node:zlib';
import { packingOf, unsupportedPackingOf } from '../../archive/packings/packing';
import { isTar } from '../../archive/tar';
import { isZip } from '../../archive/zip';
import { isWpress } from '../../archive/wpress';
import { extensionOf } from '../paths';

/** Documents and programs that are zip archives for their own programs only: nobody unpacks them into a site. */
const DOCUMENTS = new Set(
  'docx docm dotx xlsx xlsm xltx pptx pptm potx odt ods odp odg epub jar war apk ipa xpi crx kmz sketch vsdx'.split(
    ' ',
  ),
);

/** Bytes of a file that are enough for `looksPacked`: a block of tar, packed or not. */
export const TELLING_BYTES = 4096;

/**
 * Whether a file, by its first bytes, may be an archive. What gzip packs is looked into at once, because caches of pages are packed
 * by it in thousands; what others pack may turn out to be none when it is unpacked.
 */
export function looksPacked(path: string, beginning: Uint8Array): boolean {
  if (DOCUMENTS.has(extensionOf(path))) return false;
  if (isZip(beginning) || isTar(beginning) || isBackup(path, beginning) || isUnreadable(path, beginning)) return true;
  const packing = packingOf(beginning);
  return packing === 'gzip' ? isPackedTar(path, beginning) : packing !== 'plain';
}

/** A damaged one is known by its name. */
function isPackedTar(path: string, beginning: Uint8Array): boolean {
  return /\.(?:tgz|tar\.gz)$/i.test(path) || isTar(gunzippedBeginning(beginning));
}

function gunzippedBeginning(packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

/** Backups of plugins begin with what other files may begin with too: their name says what they are as well. */
function isBackup(path: string, beginning: Uint8Array): boolean {
  return /\.wpress$/i.test(path) && isWpress(beginning);
}

/** Archives that can't be read here are known by name and first bytes together, as two or four bytes are met by chance. */
function isUnreadable(path: string, beginning: Uint8Array): boolean {
  return /\.(?:7z|rar|lz4?|tar\.Z|jpa)$/i.test(path) && unsupportedPackingOf(beginning) !== undefined;
}
