import { isRunAsPhp } from '../../site/fileKind';
import { corePlace, isCoreFile, isNewerThanList } from '../../site/known/wordPress/coreFiles';
import { joinPath, nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** Programs among those of WordPress that WordPress never had. */
export const unknownCoreFile = defineRule<ConnectedSite, RuleOptions>({
  id: 'unknown-core-file',
  family: 'site-files',
  severity: 'warning',
  title: () => t('Not a file of WordPress'),
  explanation: () =>
    t(
      'A program in wp-admin or wp-includes that no release of WordPress has. Plug-ins and themes keep nothing there; attackers do, because hundreds of other programs hide theirs.',
    ),
  options: {},
  find({ files }) {
    const installations = wordPressFolders(files);
    const unknown = files.filter((file) => {
      const place = corePlace(file.path);
      return place !== undefined && installations.has(place.root) && isRunAsPhp(file.path) && !isCoreFile(place.path);
    });
    const isNewer = ({ path }: SiteFile): boolean =>
      isNewerThanList(installations.get(corePlace(path)?.root ?? '') ?? '');
    const fromNewer = unknown.filter(isNewer);
    const strange = unknown.filter((file) => !isNewer(file)).map(strangeFile);
    return fromNewer.length === 0 ? strange : [...strange, newerVersion(fromNewer)];
  },
});

/** The folders of the site in which WordPress is installed, with the version that each says; '' where it does not. */
function wordPressFolders(files: readonly SiteFile[]): Map<string, string> {
  const folders = new Map<string, string>();
  const paths = new Set(files.map(({ path }) => path));
  for (const { path, product } of files) {
    if (product?.name === 'WordPress' && product.kind === 'program') folders.set(product.path, product.version ?? '');
    const root = corePlace(path)?.root;
    if (root !== undefined && !folders.has(root) && paths.has(joinPath(root, 'wp-settings.php'))) folders.set(root, '');
  }
  return folders;
}

function strangeFile({ path }: SiteFile): Finding {
  return siteFinding({
    rule: unknownCoreFile.id,
    severity: unknownCoreFile.severity,
    title: t('{0} is no file of WordPress, though it lies among them', nameOf(path)),
    detail: t(
      'No release of WordPress has a program of this name in this place. Plug-ins and themes keep nothing there, so most likely someone put it there.',
    ),
    advice: t(
      'Look at what it does (it is only shown, not run), and delete it on the server if nobody can say whose it is. Then look in the access log for who called it.',
    ),
    places: [{ file: path }],
  });
}

function newerVersion(files: readonly SiteFile[]): Finding {
  return siteFinding({
    rule: unknownCoreFile.id,
    severity: 'information',
    title: t('This WordPress is newer than the list of its files: {0} programs can’t be told', files.length),
    detail: t(
      'They lie in wp-admin or wp-includes and may be new in this version of WordPress, or have been put there.',
    ),
    advice: t('Compare the site with a clean copy: a fresh download of the same version.'),
    count: files.length,
    places: files.map(({ path }) => ({ file: path })),
  });
}
