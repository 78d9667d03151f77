import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, hasSign, settingFinding } from './settingFinding';

/** A wp-config.php that leaves the site open. */
export const wordPressConfiguration = defineRule<ConnectedSite, RuleOptions>({
  id: 'wordpress-configuration',
  family: 'server-settings',
  severity: 'warning',
  title: () => t('WordPress set up carelessly'),
  explanation: () =>
    t(
      'The wp-config.php still has the example’s keys, with which log-ins can be forged, or shows errors to visitors, which tells attackers how the site is built.',
    ),
  options: {},
  find: (site) =>
    filesWithSigns(site, ['exampleKeys', 'showsErrors']).map((signed) => {
      const forgeable = hasSign(signed.signs, 'exampleKeys');
      return settingFinding(signed, {
        rule: 'wordpress-configuration',
        severity: forgeable ? 'warning' : 'information',
        title: forgeable
          ? t('{0} has the keys of the example', signed.file.path)
          : t('{0} shows errors to visitors', signed.file.path),
        detail: forgeable
          ? t('The keys protect log-ins. Everybody knows those of the example, so log-ins can be forged.')
          : t('Messages of errors tell attackers the paths and programs of the site.'),
        advice: forgeable
          ? t(
              'Put new keys in (WordPress makes some at api.wordpress.org/secret-key/1.1/salt/). After an intrusion do this in any case: it logs everybody out, the attacker too.',
            )
          : t('Set WP_DEBUG to false on the server.'),
      });
    }),
});
