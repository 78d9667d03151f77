import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, hasSign, settingFinding } from './settingFinding';

/** Settings that stand where nobody looks. */
export const hiddenSettings = defineRule<ConnectedSite, RuleOptions>({
  id: 'hidden-settings',
  family: 'server-settings',
  severity: 'error',
  title: () => t('Settings hidden from view'),
  explanation: () =>
    t(
      'Lines of an .htaccess stand far to the right or far below the others, where an editor’s window does not show them, or the file is far larger than people write.',
    ),
  options: {},
  find: (site) =>
    filesWithSigns(site, ['hiddenDirective', 'hugeFile']).map((signed) => {
      const hides = hasSign(signed.signs, 'hiddenDirective');
      return settingFinding(signed, {
        rule: 'hidden-settings',
        severity: hides ? 'error' : 'warning',
        title: hides ? t('{0} hides lines from view', signed.file.path) : t('{0} is unusually large', signed.file.path),
        detail: hides
          ? t('Some lines stand where no window shows them. Nobody writes like this who has nothing to hide.')
          : t('Files of this size are made by programs: sometimes by a firewall with a long list, often by an attack.'),
        advice: t('Read the lines, and put back an .htaccess from before the incident if they are not yours.'),
      });
    }),
});
