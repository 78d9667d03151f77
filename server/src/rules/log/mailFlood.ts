import { busiest, HOUR, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { groupBy } from './facts/selection';
import { sentMails } from './facts/sentMails';
import { logFinding, when } from './logFinding';

const options = {
  perHour: {
    default: 100,
    minimum: 5,
    unit: 'mails/hour',
    description: () => t('Mails of one program or one sender within the busiest hour that are reported.'),
    source: 'Hosts in Japan limit the mails of an account to 100 to 1,000 an hour.',
  },
  earnest: {
    default: 500,
    minimum: 10,
    unit: 'mails',
    description: () => t('From how many mails on the finding is an error; fewer may be a newsletter.'),
    source: 'The usual limit of a day on small plans; the flood that this project was made for had 10,000.',
  },
};

/** Programs and senders that send very many mails, by the log of the mail server or of PHP. */
export const mailFlood = defineRule<LogModel, typeof options>({
  id: 'mail-flood',
  family: 'forms',
  severity: 'error',
  title: () => t('Very many mails sent'),
  explanation: () =>
    t(
      'The log of sent mails shows one program or one sender with very many mails within an hour. If it is a form, robots send it; if it is a mailbox, somebody else knows its password. A newsletter of your own looks the same.',
    ),
  options,
  find(model, values): Finding[] {
    const sent = sentMails(model) ?? new Uint32Array(0);
    const { endpoint, user } = model.table.data;
    const paths = model.table.data.endpoints.path;
    const byProgram = sent.filter((row) => model.table.texts.path.bytes(paths[endpoint[row]!]!).length > 0);
    const named = new Set(byProgram);
    const bySender = user.length === 0 ? new Uint32Array(0) : sent.filter((row) => !named.has(row));
    return [
      ...groupBy(endpoint, byProgram, () => values.perHour).flatMap(([id, rows]) =>
        judge(model, rows, shortened(model.table.endpoint(id).path), true, values),
      ),
      ...groupBy(user, bySender, () => values.perHour).flatMap(([id, rows]) =>
        judge(model, rows, shortened(model.table.texts.user.text(id)), false, values),
      ),
    ];
  },
});

type Values = OptionValues<typeof options>;

function judge(model: LogModel, rows: Uint32Array, name: string, isProgram: boolean, values: Values): Finding[] {
  const worst = busiest(sortedTimes(model.table.data.time, rows), HOUR).count;
  if (worst < values.perHour) return [];
  return [
    logFinding(model, rows, {
      rule: 'mail-flood',
      severity: rows.length >= values.earnest ? 'error' : 'warning',
      title: t('{0} sent {1} mails', name, count(rows.length)),
      detail: [
        t('{0} they were sent, up to {1} within one hour.', when(model, rows), count(worst)),
        isProgram
          ? t('This program on your server sent them; if it is a form, robots use it.')
          : t('This mailbox or sender sent them; if it was not you, somebody else knows its password.'),
      ],
      advice: isProgram
        ? t(
            'Open {0} in the copy of your site. If no page uses it any more, delete it on the server; otherwise add a check against robots. The access log of the same time shows who called it.',
            name,
          )
        : t('Change the password of {0} now, and check the computers and phones that use it.', name),
      ...(!isProgram && { users: [name] }),
    }),
  ];
}
