/** A file that a message names, e.g. `in /home/shop/public_html/form.php on line 12`. */
export interface NamedFile {
  readonly path: string;
  /** Columns of the path, from 0 in UTF-16 units, the end behind the last one. */
  readonly start: number;
  readonly end: number;
  /** Line that the message names, from 1; `undefined` where it names none. */
  readonly line: number | undefined;
}

/** Files that may be shown: programs and pages, nothing that an editor would have to refuse. */
const SHOWN_EXTENSIONS = ['.php', '.phtml', '.inc', '.html', '.htm', '.cgi', '.pl', '.js', '.htaccess'];
const PATH_ENDS = new Set(' \t"\'`()[]<>,;|*?');
/** Messages name few files; hostile ones are not followed further. */
const MOST_FILES = 8;
const LINE_DIGITS = 7;

/**
 * The files that a text names by their path on the server: `/path/file.php`, `/path/file.php:12` or
 * `/path/file.php on line 12`. Takes time in proportion to the text.
 */
export function namedFiles(text: string): NamedFile[] {
  const files: NamedFile[] = [];
  for (let start = text.indexOf('/'); start >= 0 && files.length < MOST_FILES; start = text.indexOf('/', start)) {
    const wordEnd = endOfWord(text, start);
    const end = endOfPath(text, start, wordEnd);
    const path = text.slice(start, end);
    const startsWord = start === 0 || PATH_ENDS.has(text[start - 1]!);
    if (startsWord && !path.startsWith('//') && SHOWN_EXTENSIONS.some((extension) => path.endsWith(extension))) {
      files.push({ path, start, end, line: lineBehind(text, end) });
    }
    start = wordEnd;
  }
  return files;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && !PATH_ENDS.has(text[end]!)) end++;
  return end;
}

/** The end of a path in a word: before a colon with a line number, and before the full stop of a sentence. */
function endOfPath(text: string, start: number, wordEnd: number): number {
  const colon = text.indexOf(':', start);
  const end = colon >= 0 && colon < wordEnd ? colon : wordEnd;
  return text[end - 1] === '.' ? end - 1 : end;
}

function lineBehind(text: string, end: number): number | undefined {
  const prefix = [':', ' on line ', '(', ' line '].find((each) => text.startsWith(each, end));
  if (prefix === undefined) return undefined;
  const line = Number.parseInt(text.slice(end + prefix.length, end + prefix.length + LINE_DIGITS), 10);
  return line >= 1 ? line : undefined;
}
