import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { injectionFindings } from './injectionFinding';

/** Scripts that calculate on the computers of visitors. */
export const cryptoMiner = defineRule<ConnectedSite, RuleOptions>({
  id: 'crypto-miner',
  family: 'site-files',
  severity: 'error',
  title: () => t('Visitors calculate for strangers'),
  explanation: () =>
    t(
      'A script that uses the processors of the visitors to earn money for somebody. Their computers become slow and hot.',
    ),
  options: {},
  find: (site) =>
    injectionFindings(site, 'miner', {
      rule: 'crypto-miner',
      title: (file) => t('{0} has visitors calculate for strangers', file),
      advice: () =>
        t('Take the script out unless you put it there and tell your visitors. Look for how it came there.'),
    }),
});
