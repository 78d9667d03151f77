import type { SettingSignKind } from '../../site/config/settingSign';
import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, settingFinding } from './settingFinding';

const KINDS = ['firewallOff', 'showsCode', 'opensFolders'] as const satisfies readonly SettingSignKind[];

/** Settings that switch the server's protection off or open folders; several together are an attacker's kit. */
export const serverProtectionOff = defineRule<ConnectedSite, RuleOptions>({
  id: 'server-protection-off',
  family: 'server-settings',
  severity: 'warning',
  title: () => t('Protection of the server switched off'),
  explanation: () =>
    t(
      'An .htaccess switches the firewall off, shows PHP as text, lists folders, or lets programs run anywhere. One alone may be the owner’s wish; several together are how attackers read the sites beside theirs.',
    ),
  options: {},
  find: (site) =>
    filesWithSigns(site, KINDS).map((signed) => {
      const kinds = KINDS.filter((kind) => signed.signs.some((sign) => sign.kind === kind));
      return settingFinding(signed, {
        rule: 'server-protection-off',
        // Passwords stand in PHP: whoever is shown one has them.
        severity: kinds.length > 1 ? 'error' : kinds.includes('showsCode') ? 'warning' : 'information',
        title: t('{0} {1}', signed.file.path, kinds.map(meaning).join(t(', '))),
        detail:
          kinds.length > 1
            ? t(
                'Together these are what attackers write to read the files of a server. Honest settings hardly ever combine them.',
              )
            : t(
                'Some programs ask for this, and it makes an attack easier. If you do not know who wrote it, look into it.',
              ),
        advice: t('Take out what your site does not need, or put back an .htaccess from before the incident.'),
      });
    }),
});

function meaning(kind: (typeof KINDS)[number]): string {
  switch (kind) {
    case 'firewallOff':
      return t('switches the web application firewall off');
    case 'showsCode':
      return t('shows PHP programs as text');
    case 'opensFolders':
      return t('opens folders further than is usual');
  }
}
