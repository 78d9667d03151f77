import type { SettingSign } from '../../site/config/settingSign';
import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding, Severity } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, hasSign, settingFinding, type SignedFile } from './settingFinding';

/** So many limits lifted at once are not a wish of a program but a kit. */
const A_KIT = 2;

/** PHP settings that hosts ask to change after an intrusion, and those that attackers bring along. */
export const phpLimitsLifted = defineRule<ConnectedSite, RuleOptions>({
  id: 'php-limits-lifted',
  family: 'server-settings',
  severity: 'warning',
  title: () => t('Limits of PHP lifted'),
  explanation: () =>
    t(
      'A php.ini, .user.ini or .htaccess lets PHP take programs from other servers (allow_url_include, allow_url_fopen) or lifts limits that the host set (disable_functions, open_basedir). Hosts ask to switch the first two off after an intrusion.',
    ),
  options: {},
  find: (site) => filesWithSigns(site, ['includesFromOtherServers', 'liftsLimits', 'opensOtherServers']).map(describe),
});

function describe(signed: SignedFile): Finding {
  const { signs, file } = signed;
  const names = [...new Set(signs.flatMap((sign) => sign.names ?? []))].join(', ');
  const lifted = signs.filter(({ kind }) => kind === 'liftsLimits').length;
  return settingFinding(signed, {
    rule: 'php-limits-lifted',
    severity: severityOf(signs, lifted),
    title: t('{0} loosens PHP: {1}', file.path, names),
    detail:
      lifted >= A_KIT
        ? t(
            'Attackers bring such a file along so that their programs may do everything. Hosts set these limits for all customers.',
          )
        : t(
            'Few programs need this, and it helps attackers: a hole in a program is then enough to run code from elsewhere.',
          ),
    advice: t(
      'Set allow_url_include and allow_url_fopen to Off unless a program of yours needs them, and take out the lines that lift limits. Many hosts have these switches in their control panel.',
    ),
  });
}

function severityOf(signs: readonly SettingSign[], lifted: number): Severity {
  if (lifted >= A_KIT) return 'error';
  return hasSign(signs, 'includesFromOtherServers') || lifted > 0 ? 'warning' : 'information';
}
