import type { ListedFile, ListReader } from './hostList';
import { serverPath } from './serverPath';

/** `{HEX}php.cmdshell.unclassed.344 : /home/u/public_html/x.php`, with ` => ` and the quarantine behind it or on the next line. */
const HIT = /^[>\s]*((?:\{[A-Z\d]+\})?(?=[\w+-]+\.)[\w.+-]+) : (\/.+?)(?:\s=>\s(\/.+))?$/;
const QUARANTINED = /^[>\s]*=>\s(\/.+)$/;
const HEADER = /^[> ]{0,8}(?:SCAN ID:|FILE HIT LIST:|malware detect scan report)/im;
/** First line of a session file of version 2 (linux-malware-detect, files/internals/lmd_session.sh). */
const SESSION = /^#LMD:v\d/;

/** The report of Linux Malware Detect 1 (`maldet --report`, https://github.com/rfxn/linux-malware-detect). */
export const readMaldet: ListReader = (text, lines) => {
  const files: ListedFile[] = [];
  for (const line of lines) {
    const [, signature, path, quarantine] = HIT.exec(line) ?? [];
    const moved = QUARANTINED.exec(line)?.[1];
    const last = files.at(-1);
    if (path !== undefined) files.push(hit(path, signature!, quarantine));
    else if (moved !== undefined && last) files[files.length - 1] = { ...last, quarantine: serverPath(moved) };
  }
  return files.length > 0 || HEADER.test(text) ? files : undefined;
};

/** The session file of Linux Malware Detect 2: rows of signature, path, quarantine, …, divided by tabs. */
export const readMaldetSession: ListReader = (text, lines) => {
  if (!SESSION.test(text)) return undefined;
  return lines.slice(1).flatMap((line) => {
    const [signature, path, quarantine] = line.split('\t');
    return path?.startsWith('/') ? [hit(path, signature!, quarantine)] : [];
  });
};

function hit(path: string, signature: string, quarantine: string | undefined): ListedFile {
  const moved = quarantine?.startsWith('/') ? { quarantine: serverPath(quarantine) } : {};
  return { path: serverPath(path), signature, ...moved };
}
