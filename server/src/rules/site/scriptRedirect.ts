import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { injectionFindings } from './injectionFinding';

/** Scripts that send visitors, or some of them, to other sites. */
export const scriptRedirect = defineRule<ConnectedSite, RuleOptions>({
  id: 'script-redirect',
  family: 'site-files',
  severity: 'error',
  title: () => t('Visitors are sent away by a script'),
  explanation: () =>
    t(
      'A script that sends visitors to another site when they come from a search engine, use a telephone, or without their seeing where to. The owner, who types the address, does not notice.',
    ),
  options: {},
  find: (site) =>
    injectionFindings(site, 'redirect', {
      rule: 'script-redirect',
      title: (file) => t('{0} sends visitors to another site', file),
      advice: () =>
        t(
          'Open the page as your visitors do, by a search engine and with a telephone, and take the code out if you did not write it. Look for the same code in other files.',
        ),
    }),
});
