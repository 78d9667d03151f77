import type { NamedFile } from './hostNotice';
import { isHostsDomain } from './hosts';
import { isBlotted, type NoticeText } from './noticeText';

/** What a server runs or shows, and what attackers leave. */
const EXTENSION = String.raw`\.(?:php\d?|phtml|phar|cgi|pl|py|sh|js|html?|shtml|htaccess|ini|ico|txt|zip|gz|tar|asp|aspx|jsp|suspected)`;
const CHARACTERS = String.raw`[^\s"'<>|「」『』【】、。()（）,;]`;
const BEFORE_PATH = String.raw`(?<![^\s「『【（(：:=>■・"'\[])`;
/** A path on the server: below a folder where hosts keep sites, or of a file that servers run. */
const SERVER_PATH = new RegExp(
  String.raw`${BEFORE_PATH}\/(?:(?:home\d?|homez\.\d+|homepages|var\/www|usr\/home|usr\/local|usr\/www|virtual|www|web|srv|domains|customers|kunden|hosting|public_html|htdocs|httpdocs|chroot|is\/htdocs|storage|users|data|mnt|nfs|hermes)\/${CHARACTERS}+|(?:[\w.~@%+-]{1,64}\/){2,20}[\w.~@%+-]{1,128}${EXTENSION}(?![\w/]))`,
  'giu',
);
/** What no path has in it. */
const NO_PATH = /[\s"'<>|「」『』【】、。()（）,;]/u;
/** What such a line goes on with. */
const REST = new RegExp(String.raw`^[\w.%~@+/-]+${EXTENSION}$`, 'iu');
/** Mail programs break lines no earlier, in characters. */
const SHORTEST_BROKEN = 40;
/** `domain.example/folder/file.php`, with or without `https://`, also with the dots and letters changed that make it a link. */
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\d/.＊*〇○●-])(?:(h(?:tt|xx)ps?):\/\/)?([\p{L}\d*＊〇○●-]+(?:(?:\.|\[\.\])[\p{L}\d*＊〇○●-]+){1,6})(?::\d+)?(\/[^\s"'<>|「」『』【】、。()（）]*)`,
  'gu',
);
/** The same of something that is in the site's own folders: `wp-content/uploads/a.php`. */
const RELATIVE = new RegExp(String.raw`^(?:[\w.-]+\/){1,12}[\w.%-]+${EXTENSION}$`, 'iu');
const WITH_EXTENSION = new RegExp(`${EXTENSION}$`, 'iu');
/** What stands before an item of a list. */
const BULLET = /^[\s・･■□●○◆◇▼▽*•–—-]+\s*/u;
/** Names of lists of files, on the server or attached. */
const LIST = /(?<![\w/.-])([\p{L}\d_*〇○●-]{1,60}\.(?:txt|csv|tsv|json|zip))(?![\w/])/giu;
const SPEAKS_OF_LIST = /一覧|リスト|添付|ファイル名|テキストファイル|\blist|\battach|\breport/iu;
/** Most files that a mail is believed to name; longer lists are attached. */
const MOST_FILES = 1000;

/** The files that a mail names as bad or running, each once. */
export function filesOf(text: NoticeText, domains: readonly string[]): NamedFile[] {
  const found = new Map<string, NamedFile>();
  const own = [...domains, ...defangedDomains(text)];
  for (const line of mendedLines(text.lines)) {
    for (const file of [...serverPaths(line), ...addresses(line, own), ...relativePath(line)]) {
      if (found.size < MOST_FILES) found.set(`${file.domain ?? ''} ${file.path}`, file);
    }
  }
  return [...found.values()];
}

/** Names of attached lists, or of those that the host left on the server, each once. */
export function listsOf({ lines }: NoticeText): string[] {
  // The name may stand in a line of its own, below one that speaks of it.
  const speaking = lines.filter((line, at) => SPEAKS_OF_LIST.test(line) || SPEAKS_OF_LIST.test(lines[at - 1] ?? ''));
  const names = speaking.flatMap((line) => [...line.matchAll(LIST)]);
  return [...new Set(names.map(([, name]) => name!).filter((name) => !/^robots\.txt$/i.test(name)))];
}

/** Lines with paths that were broken in two as they were. */
function mendedLines(lines: readonly string[]): string[] {
  const mended: string[] = [];
  for (const line of lines) {
    const last = mended.at(-1);
    const isRest =
      last !== undefined &&
      last.length >= SHORTEST_BROKEN &&
      REST.test(line) &&
      endsInPath(last) &&
      !WITH_EXTENSION.test(last);
    if (isRest) mended[mended.length - 1] = last + line;
    else mended.push(line);
  }
  return mended;
}

/** Whether the last word of a line is the path of something at least two folders deep. */
function endsInPath(line: string): boolean {
  const word = line.split(NO_PATH).at(-1) ?? '';
  return word.startsWith('/') && word.split('/').length > 3;
}

function serverPaths(line: string): NamedFile[] {
  return [...line.matchAll(SERVER_PATH)].map(([path]) => ({ path: path.replace(/[.:]+$/, '') }));
}

/** Domains that were written so that nobody comes to their pages by chance: those of bad pages. */
function defangedDomains({ lines }: NoticeText): string[] {
  return lines.flatMap((line) =>
    [...line.matchAll(ADDRESS)]
      .filter(([, scheme, written]) => scheme?.startsWith('hxx') === true || written!.includes('[.]'))
      .map(([, , written]) => written!.replaceAll('[.]', '.').toLowerCase()),
  );
}

/** Addresses of the user's own pages; those of help pages and of everybody else's are no evidence. */
function addresses(line: string, domains: readonly string[]): NamedFile[] {
  const isItem = BULLET.test(line);
  return [...line.matchAll(ADDRESS)].flatMap(([, scheme, written, path]) => {
    const domain = written!.replaceAll('[.]', '.').toLowerCase();
    const isOwn = domains.includes(domain) || isBlotted(domain);
    const isDefanged = scheme?.startsWith('hxx') === true || written!.includes('[.]');
    const isNamed = isOwn || isDefanged || (isItem && scheme === undefined && !isHostsDomain(domain));
    if (!isNamed || !(WITH_EXTENSION.test(path!) || isDefanged)) return [];
    return [isBlotted(domain) ? { path: path! } : { path: path!, domain }];
  });
}

function relativePath(line: string): NamedFile[] {
  const path = line.replace(BULLET, '').replace(/^\.\//, '');
  return RELATIVE.test(path) && !/^[\w-]+\.[a-z]{2,}\//i.test(path) ? [{ path: `/${path}` }] : [];
}
