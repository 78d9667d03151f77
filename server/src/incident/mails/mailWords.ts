import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { MailProgram, MailSupport } from './mailSupport';

/** Programs that are named; others are counted. */
const MOST_PROGRAMS = 3;

/** What the logs say of the number of mails, beside the host's number, a sentence each: for reports, the editor and the terminal. */
export function mailLines(mails: MailSupport): string[] {
  const { programs, logged, counted, comparison } = mails;
  const more = programs.length - MOST_PROGRAMS;
  return [
    ...(programs.length === 0 ? [] : [supportText(mails)]),
    ...programs.slice(0, MOST_PROGRAMS).map(programText),
    ...(more > 0 ? [t('{0} more programs that send mail were called.', count(more))] : []),
    ...(logged === undefined ? [] : [t('The log of sent mails that was read has {0} mails.', count(logged))]),
    ...(counted === undefined || comparison === undefined ? [] : [comparisonText(comparison, counted)]),
    ...reasons(mails),
  ];
}

/** How many mails the logs support, in one sentence. */
export function supportText({ least, most }: MailSupport): string {
  if (most === undefined) return t('The logs support {0} mails or more.', count(least));
  return least === most
    ? t('The logs support about {0} mails.', count(least))
    : t('The logs support {0} to {1} mails.', count(least), count(most));
}

function programText({ file, accepted, most, recipientFromRequest }: MailProgram): string {
  const [name, times] = [shortened(file), count(accepted)];
  if (most === undefined) return t('{0} accepted {1} requests and sends to a whole list each time.', name, times);
  if (most === 1) return t('{0} accepted {1} requests and sends one mail each time.', name, times);
  return recipientFromRequest
    ? t(
        '{0} accepted {1} requests and sends up to {2} mails each time, one of them to an address that is typed in.',
        name,
        times,
        count(most),
      )
    : t('{0} accepted {1} requests and sends up to {2} mails each time.', name, times, count(most));
}

/** How the host's number lies to that, in one sentence. */
export function comparisonText(comparison: NonNullable<MailSupport['comparison']>, counted: number): string {
  switch (comparison) {
    case 'fewer':
      return t('The host counted {0}, which is less.', count(counted));
    case 'more':
      return t('The host counted {0}, which is more.', count(counted));
    case 'within':
      return t('The host counted {0}, which agrees with that.', count(counted));
  }
}

/** What may explain a difference. */
function reasons({ comparison, least, busiestDay, logged, programs }: MailSupport): string[] {
  if (comparison === 'fewer') {
    return [
      ...(busiestDay < least
        ? [t('Hosts count one day; in the busiest 24 hours {0} requests were accepted.', count(busiestDay))]
        : []),
      t(
        'Hosts stop counting when they stop the sending, and a form that finds a mistake sends nothing though the server accepts the request.',
      ),
    ];
  }
  if (comparison !== 'more') return [];
  return [
    t('Days or domains of which no log was read would explain it; download all of them.'),
    ...(programs.some(({ recipientFromRequest }) => recipientFromRequest)
      ? [t('Where a request names the recipient, it may name several.')]
      : []),
    ...(logged === undefined
      ? [
          t(
            'A mailbox whose password others know sends mails that no access log shows: ask the host for the log of sent mails.',
          ),
        ]
      : []),
  ];
}
