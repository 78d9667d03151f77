import type { PublishedComparison } from '../../site/known/published/publishedFiles';
import { nameOf } from '../../site/paths';
import type { SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { isProgram, isRunnable } from './comparedPrograms';
import { siteFinding } from './siteFinding';

/** The rule for which findings are made. */
type Rule = Pick<Finding, 'rule' | 'severity'>;

/** Programs as they are not published: missing ones have no kind that the audit could have seen. */
const PROGRAM_NAME = /\.(?:php|js)$/;

/**
 * What is found of a product that was compared with the checksums that its makers publish.
 * @param otherVersion when more of its programs differ, in percent, the site's files are not of the version that they say
 */
export function publishedFindings(
  comparison: PublishedComparison,
  files: ReadonlyMap<string, SiteFile>,
  rule: Rule,
  otherVersion: number,
): Finding[] {
  const { name, same, lineEndings, missing } = comparison;
  const isCode = (path: string): boolean => isProgram(files.get(path));
  const changed = comparison.changed.filter(isCode);
  const all = changed.length + [...same, ...lineEndings].filter(isCode).length;
  if (changed.length > 1 && changed.length > (all * otherVersion) / 100) {
    return [otherVersionFinding(name, changed, all, rule)];
  }
  const added = comparison.added.filter((path) => isRunnable(files.get(path)));
  const gone = missing.filter((path) => PROGRAM_NAME.test(path));
  return [
    ...changed.map((path) => changedFinding(name, path, rule)),
    ...added.map((path) => addedFinding(name, path, rule)),
    ...(gone.length > 0 ? [missingFinding(name, gone, rule)] : []),
  ];
}

function changedFinding(name: string, path: string, rule: Rule): Finding {
  return siteFinding({
    ...rule,
    title: t('{0} was changed: it is not as WordPress.org has it', nameOf(path)),
    detail: t('Its checksum is not the one that WordPress.org publishes for {0}, and not only for line endings.', name),
    advice: t(
      'Look at what it does (it is only shown, not run). If you did not change it yourself, put the file of a fresh download in its place, and look in the access log for who called it.',
    ),
    places: [{ file: path }],
  });
}

function addedFinding(name: string, path: string, rule: Rule): Finding {
  return siteFinding({
    ...rule,
    title: t('{0} was added: WordPress.org does not have it', nameOf(path)),
    detail: t('It lies among the files of {0}, and is none of those that WordPress.org publishes.', name),
    advice: t(
      'Look at what it does (it is only shown, not run). If you did not put it there, delete it on the server, and look in the access log for who called it.',
    ),
    places: [{ file: path }],
  });
}

function missingFinding(name: string, missing: readonly string[], rule: Rule): Finding {
  return siteFinding({
    ...rule,
    severity: 'information',
    title: t('Programs of {0} that are missing: {1}', name, missing.length),
    detail: t(
      'WordPress.org has them in this version. Files that the host locked can’t be downloaded, so they miss here.',
    ),
    advice: t('Download the site once more, or put the files of a fresh download in their places.'),
    count: missing.length,
    places: missing.map((path) => ({ file: path })),
  });
}

function otherVersionFinding(name: string, changed: readonly string[], all: number, rule: Rule): Finding {
  return siteFinding({
    ...rule,
    title: t('{0} of {1} programs are not as WordPress.org has them for {2}', changed.length, all, name),
    detail: t('So many differences mean that an update was broken off, or that the file with the version was changed.'),
    advice: t('Put the files of a fresh download in their places.'),
    count: changed.length,
    places: changed.map((path) => ({ file: path })),
  });
}
