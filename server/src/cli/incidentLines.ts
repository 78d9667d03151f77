import type { Cause } from '../incident/causes/cause';
import { causeText, verdictText } from '../incident/causes/causeWords';
import type { FileCalls } from '../incident/fileCalls';
import type { Incident, IncidentFile } from '../incident/incident';
import { callsText, stateText, uploadText } from '../incident/fileWords';
import type { HostList } from '../incident/list/hostList';
import type { HostNotice } from '../incident/notice/hostNotice';
import type { IncidentEvent } from '../incident/timeline/incidentEvent';
import { mailLines } from '../incident/mails/mailWords';
import { noticeLines } from '../incident/notice/noticeLines';
import { measureText, taskText } from '../incident/notice/noticeWords';
import { questionText, rootText } from '../incident/rootWords';
import { count } from '../numbers';
import { readableTime } from '../readableTime';
import { terminalText } from '../report/terminal';
import { SEVERITIES } from '../rules/finding';
import { urgencyName } from '../rules/severityWords';
import { t } from '../words';

/** Clients and transfers beyond this number are counted; `--json` has them all. */
const MOST_SHOWN = 5;

/** Events beyond this number are counted; `--json` has them all. */
const MOST_EVENTS = 50;

/** An incident as the terminal shows it: what the host wrote, each bad file, what else the logs show. */
export function incidentLines(incident: Incident, list?: HostList): string[] {
  const { notice, files, logFindings, causes, events, mails } = incident;
  return [
    ...(notice ? noticeText(notice) : []),
    ...(list ? listLines(list) : []),
    ...rootLines(incident),
    ...SEVERITIES.flatMap((severity) => {
      const group = files.filter((file) => file.severity === severity);
      return group.length === 0
        ? []
        : ['', `${urgencyName(severity)} (${count(group.length)})`, ...group.flatMap(fileLines)];
    }),
    ...section(t('How many mails were sent'), mails ? mailLines(mails).map(terminalText) : []),
    ...(causes.length === 0 ? [] : ['', t('How it could happen'), ...causes.flatMap(causeLines)]),
    ...(events.length === 0 ? [] : ['', t('What happened when'), ...eventLines(events)]),
    ...(logFindings.length === 0 ? [] : ['', t('What else the logs show ({0})', count(logFindings.length))]),
    ...logFindings.map(({ title }) => `  ${terminalText(title)}`),
    ...(files.length + logFindings.length === 0 ? ['', t('Nothing was found.')] : []),
  ];
}

function noticeText(notice: HostNotice): string[] {
  return [
    ...noticeLines(notice).map(terminalText),
    ...section(t('What the host did'), notice.measures.map(measureText)),
    ...section(
      t('What the host asks for'),
      notice.tasks.map((task) => taskText(task, true)),
    ),
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

/** Said of accounts with several sites, and where something is to be asked. */
function rootLines({ roots = [], questions = [] }: Incident): string[] {
  return [
    ...(roots.length < 2
      ? []
      : section(t('Folders that are shown to visitors'), roots.map(rootText).map(terminalText))),
    ...questions.flatMap((question) => ['', terminalText(`${questionText(question)}. ${t('Say which with --root.')}`)]),
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
    ...uploads.slice(0, MOST_SHOWN).map((upload) => `    ${terminalText(uploadText(upload))}`),
    ...(uploads.length > MOST_SHOWN ? [`    ${t('… and {0} more', count(uploads.length - MOST_SHOWN))}`] : []),
  ];
}

function callLines(calls: FileCalls): string[] {
  const { clients, first, last } = calls;
  const more = clients.length - MOST_SHOWN;
  return [
    `    ${terminalText(callsText(calls))}`,
    ...(first === undefined ? [] : [`    ${first} – ${last}`]),
    ...clients
      .slice(0, MOST_SHOWN)
      .map(({ address, count: times }) => `    ${count(times).padStart(9)}  ${terminalText(address)}`),
    ...(more > 0 ? [`    ${t('… and {0} more', count(more))}`] : []),
  ];
}

function eventLines(events: readonly IncidentEvent[]): string[] {
  const more = events.length - MOST_EVENTS;
  return [
    ...events.slice(0, MOST_EVENTS).map(({ time = '-', text }) => `  ${readableTime(time)}  ${terminalText(text)}`),
    ...(more > 0 ? [`  ${t('… and {0} more', count(more))}`] : []),
  ];
}

function causeLines({ id, verdict, evidence, missing }: Cause): string[] {
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
    ...missing.map((text) => `    ${terminalText(text)}`),
  ];
}
