import type { Incident, IncidentFile } from '../../incident/incident';
import type { HostNotice } from '../../incident/notice/hostNotice';
import { taskName } from '../../incident/notice/noticeWords';
import type { Task } from '../../incident/notice/task';
import { count } from '../../numbers';
import { t } from '../../words';
import { plainLine } from './plainLine';

/** Files beyond this number are counted; a longer list is better attached. */
const MOST_FILES = 50;
/** Files of which it is told how they were called. */
const MOST_CAUSES = 3;

/** What a reply is made of. */
export interface ReplyFacts {
  readonly incident: Incident;
  /** What the user did of what is to be done. */
  readonly done: ReadonlySet<Task>;
}

/**
 * A draft of the reply to the host, in the language that is set: what was the cause as far as the logs tell, what became of the
 * files, what was done. What was not done is said to be open, and nothing is asked for before all is done.
 */
export function replyToHost({ incident, done }: ReplyFacts): string {
  const { notice } = incident;
  const bad = badFiles(incident);
  const tasks = tasksOf(notice, bad);
  const open = tasks.filter((task) => !done.has(task));
  return [
    t(
      'Subject: Re: your notice of abuse{0}',
      notice?.identifiers.inquiry ? ` (${plainLine(notice.identifiers.inquiry)})` : '',
    ),
    '',
    ...identifierLines(notice),
    t('Thank you for your notice. This is what I found and did.'),
    ...sections([
      [t('Cause'), causeLines(incident)],
      [t('Files'), filesLines(bad, done)],
      [t('Done'), tasks.filter((task) => done.has(task)).map(taskLine)],
      [t('Still open'), open.map(taskLine)],
    ]),
    '',
    open.length > 0
      ? t('I will write again as soon as what is open is done.')
      : t('Everything that you asked for is done. Please lift the restrictions.'),
    '',
  ].join('\n');
}

function identifierLines(notice: HostNotice | undefined): string[] {
  const { inquiry, account, server } = notice?.identifiers ?? {};
  const lines = [
    ...(inquiry === undefined ? [] : [t('Inquiry: {0}', plainLine(inquiry))]),
    ...(account === undefined ? [] : [t('Account: {0}', plainLine(account))]),
    ...(server === undefined ? [] : [t('Server: {0}', plainLine(server))]),
    ...(notice && notice.domains.length > 0 ? [t('Domain: {0}', notice.domains.map(plainLine).join(', '))] : []),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

/** Sections with numbers; those with nothing in them are left out. */
function sections(all: readonly (readonly [title: string, lines: readonly string[]])[]): string[] {
  const filled = all.filter(([, lines]) => lines.length > 0);
  return filled.flatMap(([title, lines], index) => ['', `${index + 1}. ${title}`, ...lines]);
}

function taskLine(task: Task): string {
  return `- ${taskName(task)}`;
}

/** What the logs say of the worst files; a cause that they do not show is not claimed. */
function causeLines({ files, notice }: Incident): string[] {
  const called = files.filter(({ severity, calls, findings, named }) => {
    return severity === 'error' && calls !== undefined && (named !== undefined || findings.length > 0);
  });
  if (called.length === 0) return [t('The logs that I could read do not show it. I am looking further.')];
  return [
    ...called.slice(0, MOST_CAUSES).flatMap(causeOf),
    ...(notice?.mails === undefined ? [] : [t('You count {0} mails.', count(notice.mails))]),
  ];
}

function causeOf({ file, calls, uploads }: IncidentFile): string[] {
  const { requests, clients, first, last } = calls!;
  const [upload] = uploads;
  return [
    `- ${plainLine(file)}`,
    `  ${t('Requests: {0}; clients: {1}', count(requests), count(clients.length))}`,
    ...(first === undefined ? [] : [`  ${first} – ${last}`]),
    ...(upload?.time === undefined ? [] : [`  ${t('Put there by FTP at {0}.', upload.time)}`]),
  ];
}

function badFiles({ files }: Incident): IncidentFile[] {
  return files.filter(({ severity, named }) => named !== undefined || severity === 'error');
}

/** What the host asks for; bad files must go though it does not say so. */
function tasksOf(notice: HostNotice | undefined, bad: readonly IncidentFile[]): Task[] {
  const asked = notice?.tasks.filter((task) => task !== 'reply') ?? [];
  const mustDelete = bad.some(({ state }) => state !== 'gone') && !asked.includes('delete-files');
  return mustDelete ? ['delete-files', ...asked] : asked;
}

function filesLines(bad: readonly IncidentFile[], done: ReadonlySet<Task>): string[] {
  const shown = bad.slice(0, MOST_FILES).map(({ file, named, state }) => {
    const path = plainLine(named?.path ?? file);
    if (state === 'gone') return t('- {0}: deleted', path);
    return done.has('delete-files') ? t('- {0}: deleted on the server', path) : t('- {0}: to be deleted', path);
  });
  const more = bad.length - shown.length;
  return [...shown, ...(more > 0 ? [t('… and {0} more', count(more))] : [])];
}
