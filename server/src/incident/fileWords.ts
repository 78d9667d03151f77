import { count } from '../numbers';
import { readableSpan, readableTime } from '../readableTime';
import { t } from '../words';
import type { FileCalls } from './fileCalls';
import type { NamedFileState } from './fileState';
import type { FtpEvent } from './ftpFiles';

/** Whether a file is there, in the user's language. */
export function stateText(state: NamedFileState, isNamed: boolean): string {
  switch (state) {
    case 'present':
      return isNamed ? t('Named by the host, and in your copy.') : t('In your copy; the host does not name it.');
    case 'notDownloaded':
      return t(
        'Named by the host. That your copy does not have it, or only an empty file, is normal: locked files (permission 000) can’t be downloaded. Delete it on the server.',
      );
    case 'removed':
      return isNamed
        ? t('Named by the host. It is out of your copy now; delete it on the server, too.')
        : t('It is out of your copy now; delete it on the server, too.');
    case 'gone':
      return isNamed ? t('Named by the host, and gone.') : t('It was in your copy, and is gone.');
  }
}

/** How often a file was called, in the user's language. */
export function callsText({ requests, methods, clients, shared, routed }: FileCalls): string {
  const ways = methods.map(({ method, count: times }) => `${method} ${count(times)}`).join(', ');
  return [
    t('Requests: {0} ({1}); clients: {2}', count(requests), ways, count(clients.length)),
    ...(shared === undefined
      ? []
      : [t('For {0} of them no log says the domain: the same file of another domain may be meant.', count(shared))]),
    ...(routed === undefined
      ? []
      : [t('{0} more for addresses without a file came to it by the site’s own settings.', count(routed))]),
  ].join('. ');
}

/** The same, and from when to when where the logs have times. */
export function callsAndTimesText(calls: FileCalls): string {
  const { first, last } = calls;
  return [callsText(calls), ...(first === undefined ? [] : [readableSpan(first, last ?? first)])].join(' · ');
}

/** A transfer to the server, in the user's language. */
export function uploadText({ time = '-', client = '-', user = '-' }: FtpEvent): string {
  return t('Uploaded by FTP: {0}, {1}, user {2}', readableTime(time), client, user);
}
