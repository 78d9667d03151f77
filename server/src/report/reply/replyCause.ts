import type { Cause, CauseId, Verdict } from '../../incident/causes/cause';
import type { Incident, IncidentFile } from '../../incident/incident';
import { supportText } from '../../incident/mails/mailWords';
import { count } from '../../numbers';
import { readableSpan, readableTime } from '../../readableTime';
import { t } from '../../words';
import { plainLine } from './plainLine';

/** Files of which it is told how they were called. */
const MOST_FILES = 3;
/** Addresses of a file that are named; more are counted. */
const MOST_ADDRESSES = 10;

/**
 * What the logs say of the cause, a line each, in the language that is set: what speaks for each way in, then how the worst files were
 * used. A cause that no log shows is not claimed.
 */
export function replyCause({ files, causes, notice, mails }: Incident): string[] {
  const used = files.filter(({ severity, calls, findings, named }) => {
    return severity === 'error' && calls !== undefined && (named !== undefined || findings.length > 0);
  });
  const known = causes.filter(({ id }) => id !== 'unknown');
  const isShown = known.some(({ verdict }) => verdict === 'shown');
  const isSeen = isShown || known.some(({ verdict }) => verdict === 'possible');
  return [
    ...(isSeen ? [] : [t('The logs that I could read do not show it. I am looking further.')]),
    // What else there may have been is no news where the way was seen.
    ...(isShown ? known : causes).map(wayLine),
    ...(used.length === 0 ? [] : ['', t('Files that were used:')]),
    ...used.slice(0, MOST_FILES).flatMap(useOf),
    ...(notice?.mails === undefined ? [] : ['', t('You count {0} mails.', count(notice.mails))]),
    ...(mails?.comparison === undefined ? [] : [supportText(mails)]),
  ];
}

/** A way in with what the logs say of it, and since when. Evidence is worded for the user and stays out of a mail to somebody else. */
function wayLine({ id, verdict, evidence }: Cause): string {
  const times = evidence.flatMap(({ speaks, time }) => (speaks === 'for' ? (time ?? []) : []));
  const [first] = times.toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const way = `- ${wayName(id)}: ${verdictWords(verdict)}`;
  const isSeen = verdict === 'shown' || (verdict === 'possible' && id !== 'unknown');
  return first === undefined || !isSeen ? way : `${way} ${t('(first at {0})', readableTime(first))}`;
}

function useOf({ file, named, calls, uploads }: IncidentFile): string[] {
  const { requests, clients, writers, first, last, firstWrite, lastWrite } = calls!;
  const wrote = writers.length > 0;
  const [counted, callers] = wrote
    ? [writers.reduce((sum, each) => sum + each.count, 0), writers]
    : [requests, clients];
  const [from, to] = wrote ? [firstWrite, lastWrite] : [first, last];
  const addresses = callers.slice(0, MOST_ADDRESSES).map(({ address }) => plainLine(address));
  const left = callers.length - addresses.length;
  const [upload] = uploads;
  return [
    `- ${plainLine(named?.path ?? file)}`,
    `  ${
      wrote
        ? t('Requests that sent something: {0}; clients: {1}', count(counted), count(callers.length))
        : t('Requests: {0}; clients: {1}', count(counted), count(callers.length))
    }`,
    ...(from === undefined || to === undefined ? [] : [`  ${readableSpan(from, to)}`]),
    `  ${t('Addresses: {0}', [...addresses, ...(left > 0 ? [t('… and {0} more', count(left))] : [])].join(', '))}`,
    ...(upload?.time === undefined ? [] : [`  ${t('Put there by FTP at {0}.', readableTime(upload.time))}`]),
  ];
}

function wayName(id: CauseId): string {
  switch (id) {
    case 'left-over-program':
      return t('Abuse of a program of the site itself');
    case 'cms-account':
      return t('Log-in by strangers to WordPress or another program');
    case 'vulnerable-program':
      return t('Use of a hole in a program');
    case 'ftp-account':
      return t('FTP connection by strangers');
    case 'unknown':
      return t('Another way, or one before the logs begin');
  }
}

function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case 'shown':
      return t('seen in the logs');
    case 'possible':
      return t('may be, as far as the logs tell');
    case 'unlikely':
      return t('not seen in the logs');
    case 'unknown':
      return t('not known, as I have no log that would show it');
  }
}
