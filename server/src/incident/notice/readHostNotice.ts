import { abuseKindsOf } from './abuseKinds';
import { deadlineOf } from './deadline';
import { domainsOf } from './domains';
import { filesOf, listsOf } from './files';
import type { HostNotice } from './hostNotice';
import { hostOf } from './hosts';
import { identifiersOf } from './identifiers';
import { measuresOf } from './measures';
import { noticeText } from './noticeText';
import { momentsOf } from './moments';
import { mailsOf } from './numbers';
import { opinionsOf } from './opinions';
import { tasksOf } from './tasks';

/**
 * Reads what a host wrote to a customer whose server was abused, in Japanese or English, as it was pasted: with or without the
 * mail's header, quoted, or within the text of a page that tells of it. Never throws; in linear time.
 */
export function readHostNotice(mail: string): HostNotice {
  const text = noticeText(mail);
  const domains = domainsOf(text);
  const deadline = deadlineOf(text);
  const opinions = opinionsOf(text);
  return {
    language: /[\u3041-\u30fe]/.test(mail) ? 'ja' : 'en',
    host: hostOf(text),
    kinds: abuseKindsOf(text),
    identifiers: identifiersOf(text),
    domains,
    mails: mailsOf(text),
    moments: momentsOf(text),
    ...(deadline && { deadline }),
    files: filesOf(text, domains),
    lists: listsOf(text),
    measures: measuresOf(text),
    tasks: tasksOf(text),
    ...(opinions.length > 0 && { opinions }),
  };
}
