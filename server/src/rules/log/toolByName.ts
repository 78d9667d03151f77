import type { LogModel } from '../../log/logModel';
import { tally } from '../../log/tally';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { findingsOfCampaigns } from './campaignFindings';
import { AgentMark } from './facts/agentWords';
import { rowsOfAgents } from './facts/requests';
import { byClient, joinRows, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  requests: {
    default: 1,
    minimum: 1,
    unit: 'requests',
    description: () => t('Fewest requests of one address under the name of such a program.'),
    source: 'CrowdSec http-bad-user-agent: the second within a minute; each one says what it is.',
  },
};

/** Programs for attacking, scanning and copying that say who they are. */
export const toolByName = defineRule<LogModel, typeof options>({
  id: 'tool-by-name',
  family: 'bots',
  severity: 'information',
  title: () => t('Attack tools that say who they are'),
  explanation: () =>
    t(
      'Programs for finding holes, for collecting mail addresses or for copying sites came under their own names (Nikto, sqlmap, WPScan, zgrab …). This is context: the same programs mostly hide their names, and what they did is reported by itself.',
    ),
  options,
  find(model, values): Finding[] {
    const named = byClient(model, rowsOfAgents(model, AgentMark.attackTool | AgentMark.harvester), values.requests);
    return findingsOfCampaigns(model, named, (campaign) => describe(model, campaign));
  },
});

function describe(model: LogModel, named: readonly ClientRows[]): Finding {
  const rows = joinRows(named.map((each) => each.rows));
  const names = tally(model.table.data.agent, rows).map(([id]) => model.table.texts.agent.text(id));
  return logFinding(model, rows, {
    rule: 'tool-by-name',
    severity: 'information',
    title: t(
      '{0} used attack tools under their own names: {1} requests',
      addressesOf(model, named),
      count(rows.length),
    ),
    detail: [t('{0} they called themselves: {1}.', when(model, rows), listed(names))],
    advice: t('See in the other findings what they tried. If you or your host had the site tested, this is the test.'),
  });
}
