/** Folders and drives written as on Windows. */
const DRIVE = /^[A-Za-z]:(?=[\\/])/;

/** How Windows Defender and addresses of files begin; behind `->` stands what is in an archive. */
const FILE_SCHEME = /^(?:container)?file:(?:_|\/\/)?(?=[\\/A-Za-z])/i;
const WITHIN_ARCHIVE = /->\(.*\)$|->\S*$/;
/** The home folder, whosever it is. */
const HOME = /^~[\w.-]{0,64}(?=\/)/;

/** A path as lists have it, with `/` between folders, without quotes, blanks around it and an archive's mark of `./`. */
export function serverPath(written: string): string {
  const path = written
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(FILE_SCHEME, '')
    .replace(WITHIN_ARCHIVE, '')
    .replace(HOME, '')
    .replace(DRIVE, '')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  return path.normalize('NFC');
}

const ABSOLUTE = /^(?:(?:container)?file:(?:_|\/\/)?)?(?:[A-Za-z]:)?[\\/][^\\/]/i;

/** Whether a text can be the path of a file on a server: absolute, or with a folder or an extension. */
export function isServerPath(text: string): boolean {
  return ABSOLUTE.test(text) || (/^[^\s:,;]+$/.test(text) && /.[\\/]/.test(text)) || /^[\w.-]+\.\w{2,5}$/.test(text);
}
