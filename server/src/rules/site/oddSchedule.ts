import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import { defineRule, type RuleOptions } from '../rule';
import { filesWithSigns, hasSign, settingFinding } from './settingFinding';

/** Timed commands and mail forwards that bring an attacker's programs back. */
export const oddSchedule = defineRule<ConnectedSite, RuleOptions>({
  id: 'odd-schedule',
  family: 'server-settings',
  severity: 'error',
  title: () => t('Timed command of an attacker'),
  explanation: () =>
    t(
      'A crontab fetches a program from elsewhere and runs it, or runs one in a hidden or temporary folder; a .forward gives mail to a program. Deleted malware comes back this way.',
    ),
  options: {},
  find: (site) =>
    filesWithSigns(site, ['oddTimedCommand', 'mailToProgram']).map((signed) => {
      const timed = hasSign(signed.signs, 'oddTimedCommand');
      return settingFinding(signed, {
        rule: 'odd-schedule',
        severity: timed ? 'error' : 'information',
        title: timed
          ? t('{0} runs a program from an odd place at set times', signed.file.path)
          : t('{0} gives arriving mail to a program', signed.file.path),
        detail: timed
          ? t('Attackers use timed commands to bring their programs back after they were deleted.')
          : t('Mailing lists and filters do this as well. If you have none, somebody else wrote it.'),
        advice: t('Look at the timed commands (cron) in your host’s control panel, and delete what is not yours.'),
      });
    }),
});
