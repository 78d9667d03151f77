import type { ListedFile, ListReader } from './hostList';
import { isServerPath, serverPath } from './serverPath';

/** Marks and numbers that people put before the items of a list. */
const BULLET = /^(?:[\s・･■□●○◆◇▼▽*•–—-]+|\(?\d{1,6}[.)．）:]\s*)+/u;
/** What may stand behind a path: a size, a time, a signature, in brackets or behind a tab. */
const BEHIND = /(?:\t.*|\s+[[(（].*|\s+\d[\d,]* ?(?:bytes|バイト).*|\s+20\d\d[-/].*)$/iu;

const EXTENSION = /\.\w{1,10}$/;

/** Lines of paths, as hosts attach them: one on a line, with marks before it or not. */
export const readPaths: ListReader = (_, lines) => lines.flatMap((line) => listedPath(line) ?? []);

function listedPath(line: string): ListedFile | undefined {
  const whole = line.replace(BULLET, '').trim();
  // "a (1).php" is a name.
  const item = EXTENSION.test(whole) ? whole : whole.replace(BEHIND, '');
  if (!isServerPath(item)) return undefined;
  // "In /a and /b": a sentence, no path.
  return /\s/.test(item) && !/^(?:[A-Za-z]:)?[\\/]/.test(item) ? undefined : { path: serverPath(item) };
}
