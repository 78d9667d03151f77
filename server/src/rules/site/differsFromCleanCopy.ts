import type { CleanComparison } from '../../site/known/cleanCopy/compare';
import { nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import { isDropIn } from '../../site/wordpress';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { isProgram, isRunnable } from './comparedPrograms';
import { publishedFindings } from './publishedFindings';
import { siteFinding } from './siteFinding';

const options = {
  otherVersion: {
    default: 20,
    minimum: 1,
    unit: 'percent',
    description: () => t('When more of the compared programs differ, the clean copy counts as one of another version.'),
    source:
      'Measured on WordPress: between 6.4.3 and 6.4.4, 6.5.2 and 6.5.3, 6.1 and 6.1.1, 0.3 to 7 percent of the programs differ; between 6.4 and 6.5, 6.5 and 6.6, 5.9 and 6.0, 29 to 43 percent.',
  },
};

/** Settings that every site writes for itself. */
const OWN_SETTINGS = new Set(['wp-config.php', 'config.php', 'config.inc.php', 'configuration.php', 'settings.php']);

/** Programs that are not as in the clean copy that the user compares the site with. */
export const differsFromCleanCopy = defineRule<ConnectedSite, typeof options>({
  id: 'differs-from-clean-copy',
  family: 'site-files',
  severity: 'warning',
  title: () => t('Not as in the clean copy'),
  explanation: () =>
    t(
      'Compared with a clean copy, such as a fresh download of the same version, or with the checksums that WordPress.org publishes: programs that were changed, and programs added to folders that the copy has. Differences only in line endings do not count.',
    ),
  options,
  find({ files, cleanCopy, published }, { otherVersion }): Finding[] {
    const rule = { rule: differsFromCleanCopy.id, severity: differsFromCleanCopy.severity };
    const byPath = new Map(files.map((file) => [file.path, file]));
    return [
      ...(cleanCopy ? copyFindings(cleanCopy, byPath, otherVersion) : []),
      ...published.flatMap((comparison) => publishedFindings(comparison, byPath, rule, otherVersion)),
    ];
  },
});

function copyFindings(
  cleanCopy: CleanComparison,
  files: ReadonlyMap<string, SiteFile>,
  otherVersion: number,
): Finding[] {
  const isCode = (path: string): boolean => isProgram(files.get(path));
  const changed = cleanCopy.changed.filter(isCode);
  const alike = [...cleanCopy.same, ...cleanCopy.lineEndings].filter(isCode).length;
  const isOtherVersion = changed.length > ((changed.length + alike) * otherVersion) / 100 && changed.length > 1;
  // A later version has more programs than an earlier one.
  if (isOtherVersion) return [otherVersionFinding(cleanCopy, changed, alike)];
  const added = cleanCopy.added.filter((path) => isRunnable(files.get(path)) && !isOwn(path));
  return [...changed.map(changedFinding), ...added.map(addedFinding)];
}

function isOwn(path: string): boolean {
  return OWN_SETTINGS.has(nameOf(path).toLowerCase()) || isDropIn(path);
}

function changedFinding(path: string): Finding {
  return siteFinding({
    rule: differsFromCleanCopy.id,
    severity: differsFromCleanCopy.severity,
    title: t('{0} was changed: it is not as in the clean copy', nameOf(path)),
    detail: t('Its content differs from the same file of the clean copy, and not only in line endings.'),
    advice: t(
      'Compare the two files. If you did not change it yourself, put the file of the clean copy in its place, and look in the access log for who called it.',
    ),
    places: [{ file: path }],
  });
}

function addedFinding(path: string): Finding {
  return siteFinding({
    rule: differsFromCleanCopy.id,
    severity: differsFromCleanCopy.severity,
    title: t('{0} was added: the clean copy does not have it', nameOf(path)),
    detail: t(
      'The clean copy has this folder, but not this program in it. Attackers hide their programs among others.',
    ),
    advice: t(
      'Look at what it does (it is only shown, not run). If you did not put it there, delete it on the server, and look in the access log for who called it.',
    ),
    places: [{ file: path }],
  });
}

function otherVersionFinding({ folder }: CleanComparison, changed: readonly string[], alike: number): Finding {
  return siteFinding({
    rule: differsFromCleanCopy.id,
    severity: 'information',
    title: t(
      'The clean copy seems to be of another version: {0} of {1} programs differ',
      changed.length,
      changed.length + alike,
    ),
    detail: t('So many differences do not say which program was tampered with. Compared was the folder /{0}.', folder),
    advice: t('Take a clean copy of exactly the version that the site has, and compare again.'),
    count: changed.length,
    places: changed.map((path) => ({ file: path })),
  });
}
