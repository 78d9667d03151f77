import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { injectionFindings } from './injectionFinding';

/** Blocks of links that only search engines see. */
export const hiddenLinks = defineRule<ConnectedSite, RuleOptions>({
  id: 'hidden-links',
  family: 'site-files',
  severity: 'error',
  title: () => t('Links that nobody can see'),
  explanation: () =>
    t(
      'A block of links to other sites that is off the screen or too small to be seen. Search engines read it: your site advertises for somebody, and loses its rank for that.',
    ),
  options: {},
  find: (site) =>
    injectionFindings(site, 'links', {
      rule: 'hidden-links',
      title: (file) => t('{0} has links that visitors cannot see', file),
      advice: () =>
        t(
          'Take the block out and look for the same in other pages and in the database. Then ask the search engine to read the site again.',
        ),
    }),
});
