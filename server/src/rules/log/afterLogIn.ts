import { EntryKind } from '../../log/entryFields';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { STATIC, WRITING } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { marksOfRow } from './facts/requests';

/** Something that somebody did, and the first row in which they did it. */
export interface Deed {
  readonly row: number;
  readonly what: string;
}

/** What lets somebody change a site, by method and target; the gravest first. Bounded, as targets are the attacker's words. */
const grave: readonly (readonly [request: RegExp, what: () => string])[] = [
  [/^POST .{0,500}\/update\.php\?.{0,500}action=upload-(?:plugin|theme)/i, () => t('uploaded a plug-in or a theme')],
  [
    /^POST .{0,500}\/(?:plugin|theme)-editor\.php|action=edit-theme-plugin-file/i,
    () => t('changed a program in the editor'),
  ],
  [/\/(?:plugin|theme)-editor\.php/i, () => t('opened the editor for programs')],
  [
    /\/plugins\.php\?.{0,500}action=activate|\/themes\.php\?.{0,500}action=activate/i,
    () => t('switched on a plug-in or a theme'),
  ],
  [/\/plugin-install\.php|\/theme-install\.php/i, () => t('opened the installation of plug-ins')],
  [/^POST .{0,500}\/user-new\.php|^POST .{0,500}\/(?:wp\/v2\/users|users\.php)/i, () => t('changed the users')],
  [/^POST .{0,500}\/(?:async-upload|media-new)\.php/i, () => t('uploaded files')],
  [/option=com_installer|option=com_templates/i, () => t('opened the installer or the templates')],
  [/^(?:STOR|APPE|STOU) /i, () => t('uploaded files')],
  [/^(?:DELE|RMD) /i, () => t('deleted files')],
];

/** Of a longer target only the beginning is looked at, so that no made-up one takes long. */
const LONGEST_TARGET = 500;
/** Called all the time while somebody works, or tried before. */
const NOT_TELLING = PathMark.machine | PathMark.logIn;

/** What the rows (in the order of time) show that was done: the grave things, then how many pages and forms. */
export function deedsAfter(model: LogModel, rows: Uint32Array): Deed[] {
  const deeds = new Map<string, number>();
  let mails = 0;
  let firstMail = -1;
  for (const row of rows) {
    if (model.table.kind(row) === EntryKind.mail) {
      if (mails++ === 0) firstMail = row;
      continue;
    }
    if ((marksOfRow(model, row) & STATIC) !== 0 && model.table.kind(row) === EntryKind.request) continue;
    const what = deedOf(model, row);
    if (what !== undefined && !deeds.has(what)) deeds.set(what, row);
  }
  return [
    ...[...deeds].map(([what, row]) => ({ row, what })),
    ...(mails > 0 ? [{ row: firstMail, what: t('sent mail ({0} entries)', count(mails)) }] : []),
  ];
}

function deedOf(model: LogModel, row: number): string | undefined {
  const { endpoint, query, status } = model.table.data;
  if (endpoint[row] === NO_ENTRY || status[row]! >= 400) return undefined;
  const { method, path } = model.table.endpoint(endpoint[row]!);
  const target = `${method} ${path}${query[row] === NO_ENTRY ? '' : model.table.texts.query.text(query[row]!)}`;
  const found = grave.find(([request]) => request.test(target.slice(0, LONGEST_TARGET)));
  if (found !== undefined) return found[1]();
  const marks = marksOfRow(model, row);
  if ((marks & (WRITING | PathMark.script)) === (WRITING | PathMark.script) && (marks & NOT_TELLING) === 0) {
    return t('sent something to {0}', shortened(path));
  }
  return /\/wp-admin\/|\/administrator\//.test(path) ? t('looked around in the administration') : undefined;
}
