import { isRunAsPhp } from '../../site/fileKind';
import { folderOf, nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { siteFinding } from './siteFinding';

const DAY = 24 * 3600 * 1000;

const options = {
  neighbours: {
    default: 8,
    minimum: 3,
    unit: 'files',
    description: () => t('Fewest other programs of one time in a folder that make a later one stand out.'),
    source: 'Fewer files change by themselves; an update changes most of a folder at once.',
  },
  daysLater: {
    default: 14,
    minimum: 1,
    unit: 'days',
    description: () => t('How many days later than all others of its folder a program must be to stand out.'),
    source: 'Updates of one program come within days where they come one by one.',
  },
};

/** Programs put into a folder long after all others. */
export const timeOutlier = defineRule<ConnectedSite, typeof options>({
  id: 'time-outlier',
  family: 'site-files',
  severity: 'information',
  title: () => t('Program younger than all around it'),
  explanation: () =>
    t(
      'One program of a folder was changed long after all others, which came together. Updates change many files at once; a file that was planted or changed by hand stands alone. Some FTP programs do not keep times, then this says nothing.',
    ),
  options,
  find({ files }, values) {
    const folders = new Map<string, SiteFile[]>();
    for (const file of files) {
      if (!isRunAsPhp(file.path)) continue;
      const folder = folderOf(file.path);
      const same = folders.get(folder);
      if (same === undefined) folders.set(folder, [file]);
      else same.push(file);
    }
    return [...folders.values()].flatMap((folder) => outlierOf(folder, values));
  },
});

/** The youngest program of a folder where all others are of one time and far older. */
function outlierOf(files: readonly SiteFile[], { neighbours, daysLater }: OptionValues<typeof options>): Finding[] {
  if (files.length <= neighbours) return [];
  const byTime = files.toSorted((a, b) => b.modified - a.modified);
  const [youngest, next] = byTime;
  const oldest = byTime.at(-1);
  if (youngest === undefined || next === undefined || oldest === undefined) return [];
  const areOfOneTime = next.modified - oldest.modified <= DAY;
  if (!areOfOneTime || youngest.modified - next.modified < daysLater * DAY) return [];
  return [
    siteFinding({
      rule: 'time-outlier',
      severity: 'information',
      title: t('{0} is younger than all programs around it', nameOf(youngest.path)),
      detail: t(
        'It was changed on {0}, the {1} others of its folder on {2}. That is no proof, but a file planted or changed by hand looks like this.',
        dateOf(youngest),
        String(files.length - 1),
        dateOf(next),
      ),
      advice: t(
        'Compare it with a clean copy of the program that it belongs to. If you changed it yourself on that day, all is well.',
      ),
      places: [{ file: youngest.path }],
    }),
  ];
}

function dateOf({ modified }: SiteFile): string {
  return new Date(modified).toISOString().slice(0, '2021-11-01'.length);
}
