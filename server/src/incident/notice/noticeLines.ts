import { count } from '../../numbers';
import { t } from '../../words';
import type { HostNotice } from './hostNotice';
import { abuseText } from './noticeWords';

/** What a mail says of itself and of what happened, a sentence each, in the user's language. Quotes the mail. */
export function noticeLines({ host, kinds, mails, identifiers }: HostNotice): string[] {
  const told = Object.values(identifiers).join(', ');
  return [
    host ? t('The mail is from {0}.', host.name) : t('The mail does not say which host it is from.'),
    ...(kinds.length === 0 ? [t('It does not look like a notice of abuse.')] : kinds.map(abuseText)),
    ...(mails === undefined ? [] : [t('{0} mails were sent.', count(mails))]),
    ...(told === '' ? [] : [t('Quote these when you reply: {0}', told)]),
  ];
}
