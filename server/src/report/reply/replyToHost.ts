import type { Incident, IncidentFile } from '../../incident/incident';
import type { HostNotice } from '../../incident/notice/hostNotice';
import { taskName } from '../../incident/notice/noticeWords';
import { TASKS, type Task } from '../../incident/notice/task';
import { t } from '../../words';
import { plainLine } from './plainLine';
import { replyCause } from './replyCause';
import { replyFiles } from './replyFiles';

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
    t('Hello,'),
    '',
    t('Thank you for your notice. I am sorry for the trouble that this caused.'),
    t('This is what I found and did.'),
    ...sections([
      [t('Cause'), replyCause(incident)],
      [t('Files'), replyFiles(bad, done)],
      [t('Done'), finishedTasks(tasks, done).map(taskLine)],
      [t('Still open'), open.map(taskLine)],
    ]),
    '',
    open.length > 0
      ? t('I will write again as soon as what is open is done.')
      : t('Everything that you asked for is done. Please lift the restrictions.'),
    '',
    t('Kind regards,'),
    t('(your name)'),
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

function badFiles({ files }: Incident): IncidentFile[] {
  return files.filter(({ severity, named }) => named !== undefined || severity === 'error');
}

/** What was done, also beyond what the host asks for. */
function finishedTasks(tasks: readonly Task[], done: ReadonlySet<Task>): Task[] {
  const others = TASKS.filter((task) => task !== 'reply' && !tasks.includes(task));
  return [...tasks, ...others].filter((task) => done.has(task));
}

/** What the host asks for; bad files must go though it does not say so. */
function tasksOf(notice: HostNotice | undefined, bad: readonly IncidentFile[]): Task[] {
  const asked = notice?.tasks.filter((task) => task !== 'reply') ?? [];
  const mustDelete = bad.some(({ state }) => state !== 'gone') && !asked.includes('delete-files');
  return mustDelete ? ['delete-files', ...asked] : asked;
}
