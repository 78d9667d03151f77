import type { ListReader } from './hostList';
import { serverPath } from './serverPath';

/** `/home/u/public_html/x.php: Php.Webshell.X-1 FOUND` (clamscan(1)). */
const FOUND = /^(.+?): (\S+) FOUND$/;
const SUMMARY = /^-+ SCAN SUMMARY -+$/m;

/** The output of ClamAV's scanners. */
export const readClamAv: ListReader = (text, lines) => {
  const files = lines.flatMap((line) => {
    const [, path, signature] = FOUND.exec(line) ?? [];
    return path === undefined ? [] : [{ path: serverPath(path), signature: signature! }];
  });
  return files.length > 0 || SUMMARY.test(text) ? files : undefined;
};
