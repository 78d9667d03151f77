import { isData } from '../../site/config/handlers';
import type { ConnectedSite } from '../../site/siteModel';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, settingFinding } from './settingFinding';

/** Settings that have pictures or other data run as programs. */
export const handlerOnOtherFiles = defineRule<ConnectedSite, RuleOptions>({
  id: 'handler-on-other-files',
  family: 'server-settings',
  severity: 'error',
  title: () => t('Pictures or texts run as programs'),
  explanation: () =>
    t(
      'An .htaccess has the server run pictures, texts or other files as PHP or CGI. Attackers hide their programs in such files, where nobody looks for them.',
    ),
  options: {},
  find: (site) =>
    filesWithSigns(site, ['runsOtherFiles']).map((signed) => {
      const names = [...new Set(signed.signs.flatMap((sign) => sign.names ?? []))];
      const certain = names.some(isData);
      return settingFinding(signed, {
        rule: 'handler-on-other-files',
        severity: certain ? 'error' : 'warning',
        title: t('{0} has files run as programs that are none: {1}', signed.file.path, shortened(names.join(', '))),
        detail: certain
          ? t(
              'Pictures and texts are never programs. Most likely somebody hid a program in such a file and wrote this to run it.',
            )
          : t(
              'Files with such names are no programs elsewhere. A few programs bring their own endings, so find out whose this is.',
            ),
        advice: t(
          'Take these lines out on the server, or put back an .htaccess from before the incident. Then look for files with these names that the audit reports as disguised PHP.',
        ),
      });
    }),
});
