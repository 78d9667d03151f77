import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { injectionFindings } from './injectionFinding';

/** Frames of other sites that nobody can see. */
export const hiddenFrame = defineRule<ConnectedSite, RuleOptions>({
  id: 'hidden-frame',
  family: 'site-files',
  severity: 'error',
  title: () => t('Frame that nobody can see'),
  explanation: () =>
    t(
      'A frame without size or off the screen that shows another site. It is the oldest way to bring harmful programs to the visitors of a page.',
    ),
  options: {},
  find: (site) =>
    injectionFindings(site, 'frame', {
      rule: 'hidden-frame',
      title: (file) => t('{0} has a frame that nobody can see', file),
      advice: () =>
        t(
          'If nobody of you put it there, take the frame out and change the passwords of the server: somebody can write to it.',
        ),
    }),
});
