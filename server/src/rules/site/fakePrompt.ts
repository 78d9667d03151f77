import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { injectionFindings } from './injectionFinding';

/** Pages that have visitors run a command. */
export const fakePrompt = defineRule<ConnectedSite, RuleOptions>({
  id: 'fake-prompt',
  family: 'site-files',
  severity: 'error',
  title: () => t('Visitors are told to run a command'),
  explanation: () =>
    t(
      'A page that pretends to check whether the visitor is human, or to update the browser, puts a command on the clipboard and tells the visitor to run it.',
    ),
  options: {},
  find: (site) =>
    injectionFindings(site, 'prompt', {
      rule: 'fake-prompt',
      title: (file) => t('{0} tells visitors to run a command', file),
      advice: () =>
        t(
          'Take the page off the net at once: whoever follows it gives the computer away. Then look for how it came there, and warn your visitors.',
        ),
    }),
});
