import type { Cause } from '../incident/causes/cause';
import { causeText, verdictText } from '../incident/causes/causeWords';
import type { Incident, IncidentFile } from '../incident/incident';
import type { NamedFileState } from '../incident/fileState';
import type { HostList } from '../incident/list/hostList';
import type { HostNotice } from '../incident/notice/hostNotice';
import { abuseText, measureText, taskText } from '../incident/notice/noticeWords';
import { count } from '../numbers';
import { terminalText } from '../report/terminal';
import { SEVERITIES } from '../rules/finding';
import { urgencyName } from '../rules/severityWords';
import { t } from '../words';

/** Clients and transfers beyond this number are counted; `--json` has them all. */
const MOST_SHOWN = 5;

/** An incident as the terminal shows it: what the host wrote, each bad file, what else the logs show. */
export function incidentLines({ notice, files, logFindings, causes }: Incident, list?: HostList): string[] {
  return [
    ...(notice ? noticeLines(notice) : []),
    ...(list ? listLines(list) : []),
    ...SEVERITIES.flatMap((severity) => {
      const group = files.filter((file) => file.severity === severity);
      return group.length === 0
        ? []
        : ['', `${urgencyName(severity)} (${count(group.length)})`, ...group.flatMap(fileLines)];
    }),
    ...(causes.length === 0 ? [] : ['', t('How it could happen'), ...causes.flatMap(causeLines)]),
    ...(logFindings.length === 0 ? [] : ['', t('What else the logs show ({0})', count(logFindings.length))]),
    ...logFindings.map(({ title }) => `  ${terminalText(title)}`),
    ...(files.length + logFindings.length === 0 ? ['', t('Nothing was found.')] : []),
  ];
}

function noticeLines({ host, kinds, mails, identifiers, measures, tasks }: HostNotice): string[] {
  const told = Object.values(identifiers).map(terminalText).join(', ');
  return [
    host ? t('The mail is from {0}.', host.name) : t('The mail does not say which host it is from.'),
    ...(kinds.length === 0
      ? [t('It does not look like a notice of abuse.')]
      : kinds.map((kind) => `- ${abuseText(kind)}`)),
    ...(mails === undefined ? [] : [t('{0} mails were sent.', count(mails))]),
    ...(told === '' ? [] : [t('Quote these when you reply: {0}', told)]),
    ...section(t('What the host did'), measures.map(measureText)),
    ...section(t('What the host asks for'), tasks.map(taskText)),
  ];
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', title, ...items.map((item) => `- ${item}`)];
}

function listLines({ files, leftOut }: HostList): string[] {
  return [
    '',
    files.length === 0
      ? t('The list names no file that can be read out of it.')
      : t('The list names {0} files.', count(files.length)),
    ...(leftOut > 0 ? [t('{0} more were left out.', count(leftOut))] : []),
  ];
}

function fileLines({ file, state, named, listed, findings, calls, uploads }: IncidentFile): string[] {
  return [
    '',
    `  ${terminalText(file)}`,
    `    ${stateText(state, named !== undefined)}`,
    ...(listed?.signature === undefined ? [] : [`    ${terminalText(t('The host calls it {0}.', listed.signature))}`]),
    ...findings.map(({ title }) => `    ${terminalText(title)}`),
    ...(calls ? callLines(calls) : [`    ${t('No log that was read saw it called.')}`]),
    ...uploads
      .slice(0, MOST_SHOWN)
      .map(
        ({ time = '-', client = '-', user = '-' }) =>
          `    ${terminalText(t('Uploaded by FTP: {0}, {1}, user {2}', time, client, user))}`,
      ),
    ...(uploads.length > MOST_SHOWN ? [`    ${t('… and {0} more', count(uploads.length - MOST_SHOWN))}`] : []),
  ];
}

function callLines({ requests, methods, clients, first, last }: NonNullable<IncidentFile['calls']>): string[] {
  const ways = methods.map(({ method, count: times }) => `${method} ${count(times)}`).join(', ');
  const more = clients.length - MOST_SHOWN;
  return [
    `    ${terminalText(t('Requests: {0} ({1}); clients: {2}', count(requests), ways, count(clients.length)))}`,
    ...(first === undefined ? [] : [`    ${first} – ${last}`]),
    ...clients
      .slice(0, MOST_SHOWN)
      .map(({ address, count: times }) => `    ${count(times).padStart(9)}  ${terminalText(address)}`),
    ...(more > 0 ? [`    ${t('… and {0} more', count(more))}`] : []),
  ];
}

function causeLines({ id, verdict, evidence }: Cause): string[] {
  const shown = evidence.slice(0, MOST_SHOWN).map(({ text, time, places }) => {
    const place = places[0];
    const where =
      place === undefined ? undefined : [place.file, place.line].filter((part) => part !== undefined).join(':');
    return `    - ${terminalText([time, text, where].filter((part) => part !== undefined).join('  '))}`;
  });
  const more = evidence.length - shown.length;
  return [
    '',
    `  ${causeText(id)}`,
    `    ${verdictText(verdict)}`,
    ...shown,
    ...(more > 0 ? [`    ${t('… and {0} more', count(more))}`] : []),
  ];
}

function stateText(state: NamedFileState, isNamed: boolean): string {
  switch (state) {
    case 'present':
      return isNamed ? t('Named by the host, and in your copy.') : t('In your copy; the host does not name it.');
    case 'notDownloaded':
      return t('Named by the host, but not in your copy: locked files can’t be downloaded. Delete it on the server.');
    case 'gone':
      return t('Named by the host, and gone.');
  }
}
