import { normalizePath } from './paths';

/** What a request line asks for. */
export interface RequestTarget {
  /** Decoded and normalised, without a slash before it; '' for the start page. Hostile text. */
  readonly path: string;
  /** Host of a target in absolute form (RFC 9112 §3.2.2); absent in all others. */
  readonly host?: string;
}

/** Servers refuse request lines that are longer: Apache beyond 8,190 characters, nginx beyond 8 KiB, LiteSpeed beyond 32 KiB. */
const LONGEST_TARGET = 32 * 1024;
const ABSOLUTE_FORM = /^[a-z][a-z\d+.-]{0,20}:\/\/([^/?#]*)/i;
/** `host:443`, as CONNECT has it (RFC 9112 §3.2.3). */
const AUTHORITY_FORM = /^[^/?#]+:\d+$/;

/**
 * Reads a request target as servers do: percent-encoding undone once, `.`, `..` and doubled slashes resolved.
 * @returns `undefined` for what is no path of a site: targets of CONNECT and `OPTIONS *`, those that lead out of the document
 *   root or hold a zero byte, which servers refuse, and those that are too long.
 */
export function readRequestTarget(target: string): RequestTarget | undefined {
  if (target === '*' || target.length > LONGEST_TARGET) return undefined;
  const [origin = '', host] = ABSOLUTE_FORM.exec(target) ?? [];
  if (origin === '' && AUTHORITY_FORM.test(target)) return undefined;
  const path = normalizePath('', decodePath(target.slice(origin.length)));
  if (path === undefined || path.includes('\0')) return undefined;
  return { path, ...(host !== undefined && { host }) };
}

/** Drops query and fragment and undoes percent-encoding; bytes that are not UTF-8 stay encoded. */
export function decodePath(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
