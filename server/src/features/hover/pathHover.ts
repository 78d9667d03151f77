import { rowsOfPath } from '../../log/filterRows';
import type { LogModel } from '../../log/logModel';
import { localTime } from '../../log/time';
import { count, percent } from '../../numbers';
import { span } from '../../rules/log/evidence';
import { t } from '../../words';
import { countLines, countList, entriesName } from '../counts';
import { markdownTable, markdownText } from '../../report/markdown';
import type { SiteFileState } from '../serverFile';
import { auditLines } from './auditLines';
import { methodCounts, statusCounts, textCounts } from './tallies';

const MOST_CLIENTS = 5;
const MOST_REFERRERS = 3;
const MOST_STATUSES = 6;

/** What the log knows of a request path, and whether the site folder has the file, as Markdown. */
export function pathHover(model: LogModel, path: string, file: SiteFileState): string {
  const rows = rowsOfPath(model, path);
  if (rows.length === 0) return `### ${markdownText(path)}`;
  const { time, zone } = model.table.data;
  const [first, last] = span(model, rows);
  const clients = textCounts(model, 'client', rows);
  const at = (row: number): string => markdownText(localTime(time[row]!, zone[row]!));
  return [
    `### ${markdownText(path)}`,
    siteFileText(file),
    ...(file.kind === 'found' ? auditLines(file) : []),
    markdownTable([
      [
        entriesName(model.table),
        `**${count(rows.length)}** (${t('{0} of the log', percent(rows.length / model.table.rows))})`,
      ],
      [t('Methods'), countList(methodCounts(model, rows), MOST_STATUSES)],
      [t('Statuses'), countList(statusCounts(model, rows), MOST_STATUSES)],
      [t('Addresses'), count(clients.length)],
      [t('First'), at(first)],
      [t('Last'), at(last)],
    ]),
    ...countLines(t('Busiest addresses'), clients, MOST_CLIENTS),
    ...countLines(t('Came from (referrers)'), textCounts(model, 'referrer', rows), MOST_REFERRERS),
  ].join('\n\n');
}

function siteFileText(file: SiteFileState): string {
  switch (file.kind) {
    case 'found':
      return t('In the copy of your site: {0}', markdownText(file.file));
    case 'missing':
      return t(
        'The copy of your site has no such file. It may have been deleted, locked by the host, or made by a program.',
      );
    case 'noSite':
      return t('Open or audit the copy of your site to see whether it has this file.');
  }
}
