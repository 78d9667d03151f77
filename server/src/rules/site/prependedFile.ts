import { isData } from '../../site/config/handlers';
import { nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile, SiteReference } from '../../site/siteModel';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** Firewalls that run before every program, by their own setting (their documentation names these files). */
const FIREWALLS = new Set([
  'wordfence-waf.php',
  'malcare-waf.php',
  'bv-prepend.php',
  'ninjafirewall.php',
  'bootstrap.php',
]);

/** Files that PHP runs before or behind every program of the site. */
export const prependedFile = defineRule<ConnectedSite, RuleOptions>({
  id: 'prepended-file',
  family: 'server-settings',
  severity: 'error',
  title: () => t('A program that runs with every page'),
  explanation: () =>
    t(
      'The settings have PHP run a file before or behind every program of the site (auto_prepend_file). Firewalls are put in this way; so are back doors, often in a file that is named like a picture.',
    ),
  options: {},
  find: (site) => {
    const prepends = site.files.flatMap((file) => prependsOf(site, file));
    const paths = new Set(prepends.map(({ path }) => path));
    const targets = new Map(site.files.filter(({ path }) => paths.has(path)).map((file) => [file.path, file]));
    return prepends.flatMap((prepend) => judge(site, prepend, targets.get(prepend.path ?? '')));
  },
});

/** A setting that has a file run with every page. */
interface Prepend {
  readonly file: SiteFile;
  readonly reference: SiteReference;
  /** The file that it means; `undefined` when it is not in the site. */
  readonly path: string | undefined;
}

function prependsOf(site: ConnectedSite, file: SiteFile): Prepend[] {
  const references = file.references.filter(({ kind }) => kind === 'prepend');
  return references.map((reference) => ({ file, reference, path: site.prependedBy(file.path, reference) }));
}

function judge(site: ConnectedSite, { file, reference, path }: Prepend, target: SiteFile | undefined): Finding[] {
  const name = nameOf(reference.target.replaceAll('\\', '/'));
  const disguised = isData(name) || name.startsWith('.') || target?.disguisedPhpLine !== undefined;
  const suspicious = target?.program?.suspicions.some(({ strength }) => strength === 'strong') ?? false;
  const misplaced = path !== undefined && site.dataFolderOf(path) !== undefined;
  const bad =
    disguised || suspicious || misplaced || /^(?:\/tmp\/|\/dev\/shm\/|https?:|php:|data:)/i.test(reference.target);
  if (!bad && FIREWALLS.has(name.toLowerCase())) return [];
  return [
    siteFinding({
      rule: 'prepended-file',
      severity: bad ? 'error' : 'information',
      title: t('{0} runs {1} with every page', file.path, shortened(name)),
      detail: bad
        ? t(
            'The file stands or is named where no honest program is, or its code is suspicious: it is most likely a back door that every call of the site runs.',
          )
        : target === undefined
          ? t(
              'The file is not in this copy of the site, so nothing can be said of it. Firewalls are put in this way, and back doors too.',
            )
          : t(
              'Nothing in its code looks bad. Firewalls and measuring programs are put in this way; if you use none, somebody else wrote it.',
            ),
      advice: bad
        ? t(
            'Take the setting out first, then delete the file: while the setting stands and the file is gone, every page fails.',
          )
        : t('Find out whose it is. To remove it, take the setting out first and delete the file afterwards.'),
      places: [
        {
          file: file.path,
          line: reference.line,
          column: reference.column,
          endColumn: reference.column + reference.target.length,
        },
        ...(path === undefined ? [] : [{ file: path, note: t('runs with every page') }]),
      ],
    }),
  ];
}
