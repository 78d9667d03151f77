import { packingOf, unsupportedPackingOf } from '../../archive/packings/packing';
import { isTar } from '../../archive/tar';
import { isZip } from '../../archive/zip';
import { extensionOf } from '../paths';

/** Documents and programs that are zip archives for their own programs only: nobody unpacks them into a site. */
const DOCUMENTS = new Set(
  'docx docm dotx xlsx xlsm xltx pptx pptm potx odt ods odp odg epub jar war apk ipa xpi crx kmz sketch vsdx'.split(
    ' ',
  ),
);

/** Bytes of a file that are enough for `looksPacked`: a block of tar. */
export const TELLING_BYTES = 512;

/** Whether a file, by its first bytes, may be an archive; one that is only packed turns out not to be when it is unpacked. */
export function looksPacked(path: string, beginning: Uint8Array): boolean {
  if (DOCUMENTS.has(extensionOf(path))) return false;
  return isZip(beginning) || isTar(beginning) || packingOf(beginning) !== 'plain' || isUnreadable(path, beginning);
}

/** Archives that can't be read here are known by name and first bytes together, as two or four bytes are met by chance. */
function isUnreadable(path: string, beginning: Uint8Array): boolean {
  return /\.(?:7z|rar|lz4?|tar\.Z)$/i.test(path) && unsupportedPackingOf(beginning) !== undefined;
}
