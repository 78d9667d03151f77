import type { LogModel } from '../../../log/logModel';
import { rowsOf } from '../../../log/rowGroups';
import { t } from '../../../words';
import { isAnswerToAnything } from './answers';
import { loadsPages } from './clients';
import { endpointMarks, endpointsMarked, WRITING } from './marks';
import { PathMark } from './pathWords';
import { perModel } from './perModel';

const OK = 200;
const PARTIAL = 206;

/** A kind of file that nobody outside should get. */
export interface SecretFile {
  /** What it holds, in the middle of a sentence. */
  readonly holds: () => string;
  /** Bytes of the smallest and of the largest such file that makes sense; anything else is an answer of another kind. */
  readonly least: number;
  readonly most: number;
  /** Whether it holds passwords, keys or customers' data; otherwise it only helps an attacker. */
  readonly isGrave: boolean;
}

/** Of a longer path only the end is looked at, so that no made-up path takes long. */
const LONGEST_NAME = 200;
const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const ANY_SIZE = Number.POSITIVE_INFINITY;

const passwords = (least: number, most = 200 * KILOBYTE): SecretFile => ({
  holds: () => t('passwords and keys'),
  least,
  most,
  isGrave: true,
});
const source: SecretFile = {
  holds: () => t('the source code of the site, often with passwords'),
  least: 16,
  most: 50 * MEGABYTE,
  isGrave: true,
};
/** A whole site or database in one file. */
export const COPY: SecretFile = {
  holds: () => t('a copy of the site or of its database'),
  least: 512,
  most: ANY_SIZE,
  isGrave: true,
};
const helpful: SecretFile = {
  holds: () => t('how the server and its programs are set up'),
  least: 16,
  most: 20 * MEGABYTE,
  isGrave: false,
};

/** Kinds by path; the first that fits counts. Sizes are those of the programs that write such files. */
const kinds: readonly (readonly [path: RegExp, kind: SecretFile])[] = [
  [/\/\.env(?:$|[.~_-])/i, passwords(20, 100 * KILOBYTE)],
  [/\/\.git\/HEAD$/i, { ...source, least: 16, most: 200 }],
  [/\/\.git\/|\/\.svn\/|\/\.hg\/|\/\.bzr\/|\/cvs\/entries$/i, source],
  // The program itself answers with nothing unless the server no longer runs it; its copies are handed out as text.
  [/wp-config\.php$/i, passwords(200)],
  [
    /wp-config[^/]{0,50}\.(?:bak|old|orig|save|swp|txt|php[~_.0-9-].{0,50}|zip|gz)$|wp-config\.(?:txt|bak|old|~)|\.php~$/i,
    passwords(200),
  ],
  [/(?:configuration|config|settings|config\.inc|database)\.php[.~_][^/]{0,50}$/i, passwords(50)],
  [
    /\/\.htpasswd|\/\.passwd$|\/\.pwd$|\/\.netrc$|\/\.ftpconfig$|sftp-config\.json$|\/\.vscode\/sftp\.json$/i,
    passwords(10),
  ],
  [/id_rsa|id_dsa|id_ed25519|\/\.ssh\/|\.pem$|\.key$|\.p12$|\.pfx$/i, passwords(64)],
  [
    /aws\/credentials$|\/\.aws\/|\/\.s3cfg$|\/\.boto$|\/\.kube\/|\/credentials|\/secrets|\/\.npmrc$|\/\.pypirc$/i,
    passwords(20),
  ],
  [/database\.yml$|parameters\.yml$|appsettings\.json$|\/local\.xml$|web\.config$|\/\.docker\//i, passwords(50)],
  [/\.(?:sql|mdb|sqlite3?|dump)(?:\.[a-z0-9]{1,9})?$/i, COPY],
  [/\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|lzh)$/i, COPY],
  [/\.(?:bak|old|orig|save|swp|inc)$|\.php\.txt$/i, source],
  [/debug\.log$|error_log$|error\.log$|laravel\.log$|\/storage\/logs\//i, { ...helpful, most: ANY_SIZE }],
  [/\/\.(?:bash|sh|mysql)_history$|\/\.history$/i, passwords(1)],
  [/phpinfo|\/info\.php$|\/php_info/i, { ...helpful, least: 10 * KILOBYTE, most: 500 * KILOBYTE }],
  [/server-status|server-info/i, { ...helpful, least: 500 }],
];

/** What kind of secret file the path names. */
function secretFileAt(path: string): SecretFile {
  const end = path.slice(-LONGEST_NAME);
  return kinds.find(([pattern]) => pattern.test(end))?.[1] ?? helpful;
}

/** Paths that name secret files, by number of the endpoint. */
export const secretEndpoints = perModel((model): number[] => {
  const marks = endpointMarks(model);
  const copies = endpointsMarked(model, PathMark.archive | PathMark.backup);
  return [
    ...endpointsMarked(model, PathMark.secret),
    ...copies.filter((endpoint) => (marks[endpoint]! & PathMark.secret) === 0),
  ].filter((endpoint) => (marks[endpoint]! & WRITING) === 0);
});

/** A secret file that was handed out. */
export interface HandedOut {
  readonly path: string;
  readonly kind: SecretFile;
  /** Answers that held it, in the order of the log. */
  readonly rows: Uint32Array;
}

/** Secret files that were handed out to somebody who does not use the site like a visitor. */
export const handedOutFiles = perModel((model): HandedOut[] =>
  secretEndpoints(model).flatMap((endpoint) => {
    const { path } = model.table.endpoint(endpoint);
    const kind = secretFileAt(path);
    const rows = rowsOf(model.byEndpoint, endpoint).filter((row) => isTheFile(model, row, kind));
    // What visitors' browsers load, or download from a page, is meant for them.
    const visitors = rows.filter((row) => loadsPages(model, model.table.data.client[row]!)).length;
    return rows.length === 0 || visitors > rows.length / 2 ? [] : [{ path, kind, rows }];
  }),
);

/** Whether the answer held the file itself: of a size that fits, and no page that answers for everything. */
function isTheFile(model: LogModel, row: number, { least, most }: SecretFile): boolean {
  const { status } = model.table.data;
  if (status[row] !== OK && status[row] !== PARTIAL) return false;
  const size = model.table.size(row);
  return size !== undefined && size >= least && size <= most && !isAnswerToAnything(model, size);
}
