import { isHostsDomain } from '../notice/hosts';
import type { ListedFile, ListReader } from './hostList';
import { isServerPath, serverPath } from './serverPath';

/** Marks, numbers and counts that people put before the items of a list, and the marks of quoted mails. */
const BULLET =
  /^(?:[>＞|\s・･■□●○◆◇▼▽▲※→*•–—-]+|\(?\d{1,6}[.)．）:]\s*|\[\d{1,6}\]\s*|[①-⑳]\s*|(?:No\.?|#)\s?\d{1,6}[.:]?\s+|\d{1,9}\s?(?:件|通|回|個)?\s+(?=[/~]|[A-Za-z]:\\))+/iu;
/** What may stand behind a path: a size, a time, a signature, what was found, in brackets, behind a tab or several blanks. */
const BEHIND =
  /(?:\t.*|(?<!\s)\s+(?:[[(（].*|\d[\d,]* ?(?:bytes|バイト|KB|MB).*|20\d\d[-/].*|(?:->|=>|-|–|:)\s.*|[A-Z]\w*(?:[-.]\w+){1,8})|(?<!\s)\s{2,}\S.*|:\d{1,7}(?::.*)?)$/iu;
const EXTENSION = /\.\w{1,10}$/;
/** `Warning - Nov  1 05:00:07 web2 ['/home/u/public_html/x.php'] - what was found` (ConfigServer eXploit Scanner). */
const IN_BRACKETS = /\[\s?['"]([^'"]{2,4096})['"]\s?\](?:\s*-\s*(.{1,200}))?/;
const ADDRESS = /^h(?:tt|xx)ps?:\/\/((?:[\p{L}\d-]+(?:\.|\[\.\]))+[\p{L}\d-]+)(?::\d+)?(\/[^\s?#]*)/iu;
/** A name and a path: `php.backdoor.generic.001 ./wp-content/a.php`. */
const SIGNATURE_FIRST = /^(?=[\w-]+\.)([\w.-]+) +((?:\.{0,2}\/|[A-Za-z]:\\)\S.*)$/;
/** What a scanner says, then a path: `File appears to be malicious: wp-content/uploads/a.php`. */
const AT_END = /[:：]\s+((?:[\w.@%+~-]+[\\/]|\.{0,2}\/|[A-Za-z]:\\)\S*)$/;
/** Permissions, owner, size and time, then a path (ls(1), find(1)). */
const LISTING = /^(?:\d+\s+)*[-dlrwxsStT]{10}\S?\s+.{1,200}?\s(\.{0,2}\/.+)$/;

/** Lines of paths, as hosts attach them: one on a line, with marks before it or not, and what scanners print that is alike. */
export const readPaths: ListReader = (_, lines) => lines.flatMap((line) => listedPath(line) ?? []);

function listedPath(line: string): ListedFile | undefined {
  const [, quoted, found] = IN_BRACKETS.exec(line) ?? [];
  if (quoted !== undefined && isServerPath(quoted)) {
    return { path: serverPath(quoted), ...(found !== undefined && { signature: found }) };
  }
  const listed = LISTING.exec(line)?.[1];
  const whole = (listed ?? line.replace(BULLET, '')).trim();
  const address = ADDRESS.exec(whole);
  if (address !== null) return addressed(address[1]!, address[2]!);
  const [, signature, signed] = SIGNATURE_FIRST.exec(whole) ?? [];
  if (signed !== undefined && isServerPath(signed)) return { path: serverPath(signed), signature: signature! };
  return ownPath(whole) ?? ownPath(AT_END.exec(whole)?.[1] ?? '');
}

function ownPath(text: string): ListedFile | undefined {
  // "a (1).php" is a name.
  const item = EXTENSION.test(text) && !/\s{2}|\t/.test(text) ? text : text.replace(BEHIND, '');
  if (!isServerPath(item)) return undefined;
  // "In /a and /b": a sentence, no path.
  return /\s/.test(item) && !/^(?:file:_?)?(?:[A-Za-z]:)?[\\/]/.test(item) ? undefined : { path: serverPath(item) };
}

/** A page of the site; pages of the host's are help. */
function addressed(written: string, path: string): ListedFile | undefined {
  const domain = written.replaceAll('[.]', '.').toLowerCase();
  if (isHostsDomain(domain) || path === '/') return undefined;
  return { path: serverPath(path), domain };
}
