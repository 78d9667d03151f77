import { isRunAsPhp } from '../../site/fileKind';
import { resembledName } from '../../site/names/coreNames';
import { isRandomName } from '../../site/names/randomName';
import { foldersUpFrom, folderOf, nameOf } from '../../site/paths';
import type { ConnectedSite, ProgramFacts, SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding, Severity } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** `shell.php.jpg`: some servers run it by the inner ending (https://httpd.apache.org/docs/2.4/mod/mod_mime.html#multipleext). */
const INNER_EXTENSION = /\.(?:php\d?|phtml|phar)\.(?:jpe?g|png|gif|ico|bmp|txt|pdf|zip|suspected)$/i;
/** Signs that cannot be seen, or that turn the direction of writing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Folders that are hidden by custom and hold no programs of the site. */
const CUSTOMARY_HIDDEN = new Set([
  '.git',
  '.svn',
  '.hg',
  '.github',
  '.idea',
  '.vscode',
  '.phan',
  '.ddev',
  '.cache',
  '.psalm',
  '.phpunit.cache',
  '.docker',
  '.ci',
  '.tests',
]);
const SHORT_NAME = /^(?:[a-z]{1,2}\d?|\d{1,4})\.php\d?$/i;
/** Short names that programs of many sites have. */
const ORDINARY_SHORT = new Set(
  'go js db qa cp ad en ja jp de fr es it ru zh ko pt nl us uk tw cn my pc sp m i t p 404 403 500 401 503'.split(' '),
);
/** Folders in which programs keep many small files under short names. */
const MANY_SHORT_NAMES =
  /(?:^|\/)(?:vendor|node_modules|lang(?:uages?)?|locales?|i18n|l10n|translations?|tests?|wp-(?:admin|includes))(?:\/|$)/i;

interface Judgement {
  readonly severity: Severity;
  readonly reason: string;
}

/** Programs whose names are made to be overlooked. */
export const misleadingName = defineRule<ConnectedSite, RuleOptions>({
  id: 'misleading-name',
  family: 'site-files',
  severity: 'warning',
  title: () => t('Name made to be overlooked'),
  explanation: () =>
    t(
      'A program is named almost like a file of WordPress, like a picture, with signs that cannot be seen, with one or two letters, or lies in a hidden folder. Attackers choose such names so that nobody looks twice.',
    ),
  options: {},
  find: (site) =>
    site.files.flatMap((file) => {
      const judgement = judge(site, file);
      return judgement === undefined ? [] : [finding(file, judgement)];
    }),
});

function judge(site: ConnectedSite, { path, program }: SiteFile): Judgement | undefined {
  const byName = judgeName(path);
  if (byName !== undefined) return byName;
  const name = nameOf(path);
  if (!isRunAsPhp(name) || program?.runsCode !== true || isJudgedOtherwise(site, path, program)) return undefined;
  if (isInHiddenFolder(path)) return warning(t('It lies in a hidden folder, to which nothing on the site leads.'));
  const odd = (SHORT_NAME.test(name) && !isOrdinaryShort(path)) || isRandomName(name);
  if (!odd) return undefined;
  const reason = t('People give programs names that say what they do, and nothing on the site leads to it.');
  return program.suspicions.length > 0 ? warning(reason) : { severity: 'information', reason };
}

function judgeName(path: string): Judgement | undefined {
  const name = nameOf(path);
  if (INNER_EXTENSION.test(name)) return warning(t('A program’s ending stands within it.'));
  const trimmed = name.replace(/[\s.]+$/u, '');
  if (!isRunAsPhp(trimmed)) return undefined;
  if (INVISIBLE.test(name)) return error(t('It holds signs that cannot be seen or that turn the writing round.'));
  if (trimmed !== name) return warning(t('A blank or full stop at its end hides what it is.'));
  const resembled = resembledName(path);
  if (resembled === undefined) return undefined;
  const { lookalike, name: meant } = resembled;
  const reason = t('WordPress has a file {0}, for which this one is easily taken; it belongs to no WordPress.', meant);
  return lookalike ? error(reason) : warning(reason);
}

function error(reason: string): Judgement {
  return { severity: 'error', reason };
}

function warning(reason: string): Judgement {
  return { severity: 'warning', reason };
}

/** Whether the site itself uses a program, or other rules already say worse of it than that its name is odd. */
function isJudgedOtherwise(
  { reached, dataFolderOf }: ConnectedSite,
  path: string,
  { suspicions }: ProgramFacts,
): boolean {
  return (
    reached.has(path) || dataFolderOf(path) !== undefined || suspicions.some(({ strength }) => strength === 'strong')
  );
}

function isOrdinaryShort(path: string): boolean {
  return (
    ORDINARY_SHORT.has(
      nameOf(path)
        .toLowerCase()
        .replace(/\.php\d?$/, ''),
    ) || MANY_SHORT_NAMES.test(folderOf(path))
  );
}

function isInHiddenFolder(path: string): boolean {
  const names = foldersUpFrom(folderOf(path))
    .map(nameOf)
    .filter((name) => name.startsWith('.'));
  return names.length > 0 && !names.some((name) => CUSTOMARY_HIDDEN.has(name));
}

function finding({ path }: SiteFile, { severity, reason }: Judgement): Finding {
  return siteFinding({
    rule: 'misleading-name',
    severity,
    title: t('{0} has a name that hides what it is', path),
    detail: reason,
    advice: t('Look at what it does (it is only shown, not run), and delete it on the server if it is not yours.'),
    places: [{ file: path }],
  });
}
