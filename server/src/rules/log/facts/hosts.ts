import type { LogModel } from '../../../log/logModel';
import { LARGE_SIZE, NO_ENTRY } from '../../../log/logTable';
import { endpointMarks, STATIC } from './marks';
import { PathMark } from './pathWords';
import { perModel } from './perModel';

/** Least share of the style sheets and scripts that pages of the site itself load. */
const SHARE_OF_OWN_PAGES = 0.2;

/** Host name in a URL, in lower case, without port and leading `www.`; `undefined` when the text is no URL with a host. */
export function hostOf(url: string): string | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:]+)/i.exec(url)?.[1];
  return host?.toLowerCase().replace(/^www\./, '');
}

/** Hosts by number of the referrer in the dictionary; works out those that are asked for. */
export const referrerHost = perModel((model) => {
  const known = new Map<number, string | undefined>();
  return (referrer: number): string | undefined => {
    if (referrer === NO_ENTRY) return undefined;
    if (!known.has(referrer)) known.set(referrer, hostOf(model.table.texts.referrer.text(referrer)));
    return known.get(referrer);
  };
});

/** How many files of the site the pages of each referrer loaded, by number of the referrer. */
export interface FilesByReferrer {
  /** Style sheets, scripts and fonts. */
  readonly styles: Uint32Array;
  /** All files that the server hands out as they are. */
  readonly files: Uint32Array;
  /** Bytes of these. */
  readonly bytes: Float64Array;
}

/** What pages loaded from the site, by referrer; one pass over the log. */
export const filesByReferrer = perModel((model): FilesByReferrer => {
  const { endpoint, referrer, size } = model.table.data;
  const marks = endpointMarks(model);
  const pages = model.table.texts.referrer.size;
  const styles = new Uint32Array(pages);
  const files = new Uint32Array(pages);
  const bytes = new Float64Array(pages);
  for (let row = 0; row < referrer.length; row++) {
    const page = referrer[row]!;
    const id = endpoint[row]!;
    if (page >= pages || id >= marks.length || (marks[id]! & (STATIC | PathMark.style)) === 0) continue;
    files[page]!++;
    if ((marks[id]! & PathMark.style) !== 0) styles[page]!++;
    if (size[row]! < LARGE_SIZE) bytes[page]! += size[row]!;
  }
  return { styles, files, bytes };
});

/**
 * Names under which the log's own site is reached: the virtual hosts that the log names, and the hosts of the pages that load
 * the site's style sheets and scripts. Empty where neither is known.
 */
const ownHosts = perModel((model): Set<string> => {
  const { vhost } = model.table.texts;
  const named = Array.from({ length: vhost.size }, (_, id) => hostOf(`http://${vhost.text(id)}/`));
  const counts = new Map<string, number>();
  let all = 0;
  filesByReferrer(model).styles.forEach((count, id) => {
    const host = count > 0 ? referrerHost(model)(id) : undefined;
    if (host === undefined) return;
    counts.set(host, (counts.get(host) ?? 0) + count);
    all += count;
  });
  const loading = [...counts].filter(([, count]) => count >= all * SHARE_OF_OWN_PAGES).map(([host]) => host);
  return new Set([...named, ...loading].filter((host) => host !== undefined));
});

/** Whether the log tells under which names its site is reached. */
export function knowsOwnHosts(model: LogModel): boolean {
  return ownHosts(model).size > 0;
}

/** Whether a host belongs to the log's own site: one of its names, or a name above or below one of them. */
export function isOwnHost(model: LogModel, host: string): boolean {
  for (const own of ownHosts(model)) {
    if (own === host || own.endsWith(`.${host}`) || host.endsWith(`.${own}`)) return true;
  }
  return false;
}
