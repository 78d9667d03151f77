import { nameOf } from '../../site/paths';
import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** What mail programs leave in the folder of a program whose mail they could not deliver. */
const LEFTOVER = /^(?:dead\.letter|mbox)$/i;

/** Mail that could not be delivered and stayed in the site. */
export const mailLeftover = defineRule<ConnectedSite, RuleOptions>({
  id: 'mail-leftover',
  family: 'mailers',
  severity: 'information',
  title: () => t('Mail left over'),
  explanation: () =>
    t(
      'A file dead.letter or mbox holds mail that programs of the site sent and that could not be delivered. After a flood of mails it shows what was sent, to whom and when.',
    ),
  options: {},
  find: ({ files }) =>
    files
      .filter(({ path, size }) => LEFTOVER.test(nameOf(path)) && size > 0)
      .map(({ path }) =>
        siteFinding({
          rule: 'mail-leftover',
          severity: 'information',
          title: t('{0} holds mail that could not be delivered', path),
          detail: t(
            'Programs of the site sent it. It tells to whom mail was sent and what was in it, and often by which program.',
          ),
          advice: t('Keep a copy for your host, then delete it on the server: it may hold addresses of other people.'),
          places: [{ file: path }],
        }),
      ),
});
