import type { ConnectedSite } from '../../site/siteModel';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Severity } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, hasSign, settingFinding, type SignedFile } from './settingFinding';

/** Settings that send visitors to other sites, above all those that the owner is not. */
export const redirectToOtherSite = defineRule<ConnectedSite, RuleOptions>({
  id: 'redirect-to-other-site',
  family: 'server-settings',
  severity: 'error',
  title: () => t('Visitors are sent to another site'),
  explanation: () =>
    t(
      'An .htaccess sends visitors who come from a search engine or with a telephone to another site, or shows search engines other pages. The owner, who types the address, does not see it; attackers earn by it.',
    ),
  options: {},
  find: (site) =>
    filesWithSigns(site, ['redirectsSomeVisitors', 'showsRobotsOtherPages', 'redirectsEverybody']).map((signed) => {
      const hosts = [...new Set(signed.signs.flatMap((sign) => sign.names ?? []))].join(', ');
      return settingFinding(signed, { rule: 'redirect-to-other-site', ...words(signed, shortened(hosts)) });
    }),
});

function words(
  { file, signs }: SignedFile,
  hosts: string,
): { severity: Severity; title: string; detail: string; advice: string } {
  const advice = t(
    'If you did not write this, take the lines out on the server, or put back an .htaccess from before the incident.',
  );
  if (hasSign(signs, 'redirectsSomeVisitors')) {
    return {
      severity: 'error',
      title: t('{0} sends some visitors to {1}', file.path, hosts),
      detail: t(
        'Only visitors who come from a search engine or with a certain device are sent there, so that the owner does not notice. Honest sites send nobody away like this.',
      ),
      advice,
    };
  }
  if (hasSign(signs, 'showsRobotsOtherPages')) {
    return {
      severity: 'warning',
      title: t('{0} shows search engines another page than people', file.path),
      detail: t(
        'Attackers put advertising for others into the search results this way. A few honest programs do it to draw pages beforehand.',
      ),
      advice,
    };
  }
  return {
    severity: 'information',
    title: t('{0} sends all visitors to {1}', file.path, hosts),
    detail: t('This is ordinary after a site has moved. If it has not, somebody else wrote it.'),
    advice,
  };
}
