import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { injectionFindings } from './injectionFinding';

/** Scripts that send what visitors type to other sites. */
export const cardSkimmer = defineRule<ConnectedSite, RuleOptions>({
  id: 'card-skimmer',
  family: 'site-files',
  severity: 'error',
  title: () => t('Theft of card data or passwords'),
  explanation: () =>
    t('A script that reads what visitors type into a payment or log-in form and sends it to another site.'),
  options: {},
  find: (site) =>
    injectionFindings(site, 'skimmer', {
      rule: 'card-skimmer',
      title: (file) => t('{0} sends what visitors type to another site', file),
      advice: () =>
        t(
          'Close the shop or form until the code is gone. Tell your payment service and your host at once: cards that were typed in may have been stolen, and there are duties to report this.',
        ),
    }),
});
