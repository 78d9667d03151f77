import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { findingsOfCampaigns } from './campaignFindings';
import { MessageMark, rowsWithMessage } from './facts/messages';
import { byClient, joinRows, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

/** What the web application firewall of the host stopped or noted. */
export const firewallAlert = defineRule<LogModel, RuleOptions>({
  id: 'firewall-alert',
  family: 'exploits',
  severity: 'information',
  title: () => t('Alarms of the firewall'),
  explanation: () =>
    t(
      'The host’s firewall for web applications (ModSecurity, SiteGuard) noted attacks in the error log. What it stopped did no harm; it may also have stopped something harmless of your own.',
    ),
  options: {},
  find(model): Finding[] {
    const alarms = byClient(model, rowsWithMessage(model, MessageMark.firewall));
    return findingsOfCampaigns(model, alarms, (campaign) => describe(model, campaign));
  },
});

function describe(model: LogModel, clients: readonly ClientRows[]): Finding {
  const rows = joinRows(clients.map((each) => each.rows));
  const messages = new Set(Array.from(rows.subarray(0, 20), (row) => model.table.text('message', row) ?? ''));
  return logFinding(model, rows, {
    rule: 'firewall-alert',
    severity: 'information',
    title: t('The firewall raised {0} alarms about {1}', count(rows.length), addressesOf(model, clients)),
    detail: [
      t('{0} it noted what looks like attacks.', when(model, rows)),
      t('For example: {0}.', listed([...messages], 1)),
    ],
    advice: t(
      'Leave the firewall switched on. When something of your own was stopped, ask your host to make an exception for it.',
    ),
  });
}
