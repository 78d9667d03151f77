import { extensionOf, foldersUpFrom, folderOf, nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { siteFinding } from './siteFinding';

const options = {
  dumpBytes: {
    default: 16 * 1024,
    minimum: 0,
    unit: 'bytes',
    description: () =>
      t('Least size of a database dump that is reported; programs bring smaller ones to set themselves up.'),
    source:
      'The set-up scripts that EC-CUBE, osCommerce and Geeklog bring along lie in folders of their own or below this.',
  },
  archiveBytes: {
    default: 1024 * 1024,
    minimum: 0,
    unit: 'bytes',
    description: () => t('Least size of an archive that is taken for a backup of the site.'),
    source: 'A backup of even a small site holds some megabytes; downloads that pages offer are mostly smaller.',
  },
};

type Values = { readonly [Name in keyof typeof options]: number };

/** Copies of configuration files keep the passwords but are no programs, so that the server shows them. */
const CONFIGURATION_COPY =
  /^(?:wp-config|configuration|config|settings|database|localsettings|parameters|env)(?:\.inc)?\.(?:php|yml|yaml)(?:[._-]?(?:bak|back|backup|old|orig|save|swp|txt|dist~|copy|\d+)|~)$/i;
const ENVIRONMENT = /^\.env(?:\.(?!example|sample|dist|template|test)[\w.]+)?$/i;
const KEY = /^(?:id_rsa|id_dsa|id_ecdsa|id_ed25519|.*\.(?:pem|ppk|pfx|p12))$/i;
const DUMP = /\.sql(?:\.(?:gz|bz2|zip|xz))?$/i;
const BACKUP_ARCHIVE =
  /(?:backup|bak|htdocs|public_html|wwwroot|www|site|full|dump|\d{4}-?\d{2}-?\d{2})[^/]*\.(?:zip|tar|tgz|tar\.gz|tar\.bz2|rar|7z)$|\.(?:wpress|jpa|jps)$/i;
/** Folders in which programs keep what sets up their tables, and tests. */
const SET_UP =
  /(?:^|\/)(?:install\w*|setup|sql|schema|database|db|migrations?|vendor|node_modules|tests?|docs?|examples?|plugins|modules|lib(?:rary|s)?)(?:\/|$)/i;

const OF_TESTS = /(?:^|\/)(?:tests?|fixtures)\//i;

/** Files with passwords or all of the data that anybody can fetch. */
export const exposedSecret = defineRule<ConnectedSite, typeof options>({
  id: 'exposed-secret',
  family: 'site-files',
  severity: 'warning',
  title: () => t('Secret that anybody can fetch'),
  explanation: () =>
    t(
      'A file with passwords, a dump of the database, a backup or the history of the site lies where everybody can fetch it. Robots look for such files all day.',
    ),
  onlyWhereVisitorsCome: true,
  options,
  find(site, values) {
    const closed = closedFolders(site.files);
    const isOpen = ({ path }: SiteFile): boolean => !foldersUpFrom(folderOf(path)).some((folder) => closed.has(folder));
    const secrets = site.files.filter((file) => isInDocumentRoot(site, file.path) && isOpen(file));
    return secrets.flatMap((file) => {
      const what = secretOf(file, values);
      return what === undefined ? [] : [finding(file, what)];
    });
  },
});

/** Folders that an .htaccess closes to visitors. */
function closedFolders(files: readonly SiteFile[]): ReadonlySet<string> {
  return new Set(files.filter(({ access }) => access?.closed !== undefined).map(({ path }) => folderOf(path)));
}

/** Beside public_html lies what only the owner sees; where the folder has no such part, all of it is the site. */
function isInDocumentRoot({ documentRoots }: ConnectedSite, path: string): boolean {
  const roots = documentRoots.filter((root) => root !== '');
  return roots.length === 0 || roots.some((root) => path.startsWith(`${root}/`));
}

function secretOf({ path, size }: SiteFile, { dumpBytes, archiveBytes }: Values): string | undefined {
  const name = nameOf(path);
  if (size === 0 || OF_TESTS.test(path)) return undefined;
  if (ENVIRONMENT.test(name) || CONFIGURATION_COPY.test(name)) return t('passwords of the site');
  if (/(?:^|\/)\.git\/config$/.test(path)) return t('the whole history of the site (.git)');
  if (/(?:^|\/)\.(?:svn\/(?:wc\.db|entries)|hg\/requires)$/.test(path)) return t('the whole history of the site');
  if (KEY.test(name) && extensionOf(path) !== 'pem') return t('a private key');
  if (SET_UP.test(folderOf(path))) return undefined;
  if (DUMP.test(name) && size >= dumpBytes) return t('a dump of the database');
  return BACKUP_ARCHIVE.test(name) && size >= archiveBytes ? t('a backup of the site') : undefined;
}

function finding({ path }: SiteFile, what: string): Finding {
  return siteFinding({
    rule: 'exposed-secret',
    severity: 'warning',
    title: t('{0} lies open: {1}', path, what),
    detail: t('Whoever knows or guesses its name can fetch it. Robots try such names all day.'),
    advice: t(
      'Move it out of the folder that the server shows, or delete it on the server. If the access log shows that somebody fetched it, change all passwords in it.',
    ),
    places: [{ file: path }],
  });
}
