import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { visitorTest } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { distinct, inTimeOrder, joinRows, type ClientRows } from './facts/selection';
import { addressesOf, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(10, 8, 'CrowdSec http-dos-switching-ua: 10 different agents and 8 s.'),
  earnest: {
    default: 100,
    minimum: 10,
    unit: 'agents',
    description: () => t('From how many different agents of one address on the finding is a warning.'),
    source: 'Lists that come with scanners have some dozen agents; more are made up so that no filter fits.',
  },
};

/** One address that calls itself another browser with each request. */
export const agentSwitching = defineRule<LogModel, typeof options>({
  id: 'agent-switching',
  family: 'volume',
  severity: 'warning',
  title: () => t('One address, many browsers'),
  explanation: () =>
    t(
      'One address calls itself another browser with nearly every request and loads none of the files that belong to pages: a program that wants to get past filters. Offices, schools and mobile networks, where many people share an address, load those files and are not reported.',
    ),
  options,
  find(model, values): Finding[] {
    return findingsOfCampaigns(model, switchingClients(model, values), (campaign) => describe(model, campaign, values));
  },
});

type Values = OptionValues<typeof options>;

function switchingClients(model: LogModel, values: Values): ClientRows[] {
  const visitors = visitorTest(model);
  const switching: ClientRows[] = [];
  for (let client = 0; client < model.table.texts.client.size; client++) {
    if (countOf(model.byClient, client) <= values.burst || visitors[client] === 1) continue;
    if (!changesAgents(model, client, values.burst)) continue;
    const rows = inTimeOrder(model, rowsOf(model.byClient, client));
    if (overflows(model, rows, values)) switching.push({ client, rows });
  }
  return switching.toSorted((a, b) => b.rows.length - a.rows.length);
}

/** Whether the agent differs from that of the request before more than `often` times: cheap, and true for hardly any client. */
function changesAgents(model: LogModel, client: number, often: number): boolean {
  const { agent } = model.table.data;
  const rows = rowsOf(model.byClient, client);
  let changes = 0;
  for (let at = 1; at < rows.length; at++) {
    if (agent[rows[at]!] !== agent[rows[at - 1]!] && ++changes >= often) return true;
  }
  return false;
}

function overflows(model: LogModel, rows: Uint32Array, values: Values): boolean {
  const bucket = new LeakyBucket(values.burst, values.pause);
  const { agent, time } = model.table.data;
  return rows.some((row) => agent[row] !== NO_ENTRY && bucket.pour(time[row]!, agent[row]));
}

function describe(model: LogModel, switching: readonly ClientRows[], values: Values): Finding {
  const rows = joinRows(switching.map((each) => each.rows));
  const agents = distinct(model.table.data.agent, rows).size;
  return logFinding(model, rows, {
    rule: 'agent-switching',
    severity: agents >= values.earnest ? 'warning' : 'information',
    title: t(
      '{0} used {1} different browsers in {2} requests',
      addressesOf(model, switching),
      count(agents),
      count(rows.length),
    ),
    detail: [
      t(
        '{0} the name of the browser changed again and again, but no pictures or style sheets were loaded.',
        when(model, rows),
      ),
      t('One program pretends to be many people, so that no filter by name stops it.'),
    ],
    advice: t(
      'See what it asked for. If it slows the site down, deny the address in the control panel or in .htaccess.',
    ),
  });
}
