import { count } from '../../numbers';
import { t } from '../../words';
import type { Deadline } from './deadline';
import type { HostNotice } from './hostNotice';
import { abuseText } from './noticeWords';

/** What a mail says of itself and of what happened, a sentence each, in the user's language. Quotes the mail. */
export function noticeLines({ host, kinds, mails, identifiers, deadline }: HostNotice): string[] {
  const told = Object.values(identifiers).join(', ');
  return [
    host ? t('The mail is from {0}.', host.name) : t('The mail does not say which host it is from.'),
    ...(kinds.length === 0
      ? [t('It does not look like a notice of abuse. Logs and site are read all the same.')]
      : kinds.map(abuseText)),
    ...(mails === undefined ? [] : [t('{0} mails were sent.', count(mails))]),
    ...(deadline === undefined ? [] : [deadlineText(deadline)]),
    ...(told === '' ? [] : [t('Quote these when you reply: {0}', told)]),
  ];
}

function deadlineText({ hours, until }: Deadline): string {
  if (hours === undefined) return t('Answer by {0}.', until!);
  return until === undefined
    ? t('Answer within {0} hours of the mail.', count(hours))
    : t('Answer within {0} hours of the mail: by {1}.', count(hours), until);
}
