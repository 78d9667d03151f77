import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countOf, rowsOf } from '../../log/rowGroups';
import { tally } from '../../log/tally';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { AgentMark } from './facts/agentWords';
import { clientCounts, isRefusal } from './facts/clients';
import { agentMarks, logsAgents } from './facts/marks';
import { joinRows, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

/** Simple programs that asked only for what is not there. */
export const emptyHanded = defineRule<LogModel, RuleOptions>({
  id: 'empty-handed',
  family: 'bots',
  severity: 'information',
  yieldsTo: [
    'vulnerability-scan',
    'sensitive-file-hunt',
    'cms-enumeration',
    'user-enumeration',
    'back-door-hunt',
    'malformed-requests',
    'refused-posts',
    'brute-force',
    'open-proxy',
    'tool-by-name',
  ],
  title: () => t('Programs that found nothing'),
  explanation: () =>
    t(
      'Simple programs (curl, Python, Go …), or ones that do not say what they are, asked for a thing or two that is not there and went away again. Whoever looks for one certain weakness on all sites of the internet does this. It is the daily noise.',
    ),
  options: {},
  find(model): Finding[] {
    if (!logsAgents(model)) return [];
    const clients = clientsWithNothing(model);
    if (clients.length === 0) return [];
    const rows = joinRows(clients.map((each) => each.rows));
    const agents = tally(model.table.data.agent, rows).filter(([id]) => id !== NO_ENTRY);
    const names = agents.map(([id]) => model.table.texts.agent.text(id));
    return [
      logFinding(model, rows, {
        rule: 'empty-handed',
        severity: 'information',
        title: t(
          '{0} sent simple programs that found nothing: {1} requests',
          addressesOf(model, clients),
          count(rows.length),
        ),
        detail: [
          t('{0} they asked only for what is not there or not allowed.', when(model, rows)),
          names.length > 0 ? t('They call themselves: {0}.', listed(names, 3)) : t('They did not say what they are.'),
        ],
        advice: t('There is nothing to do; robots do this to every site.'),
      }),
    ];
  },
});

function clientsWithNothing(model: LogModel): ClientRows[] {
  const { refused } = clientCounts(model);
  const { agent, status } = model.table.data;
  const marks = agentMarks(model);
  const isSimple = (id: number): boolean => {
    return id === NO_ENTRY || (marks[id]! & (AgentMark.library | AgentMark.browser)) === AgentMark.library;
  };
  const clients: ClientRows[] = [];
  for (let client = 0; client < refused.length; client++) {
    if (refused[client] === 0 || refused[client] !== countOf(model.byClient, client)) continue;
    const rows = rowsOf(model.byClient, client);
    if (rows.every((row) => isSimple(agent[row]!) && isRefusal(status[row]!))) clients.push({ client, rows });
  }
  return clients;
}
