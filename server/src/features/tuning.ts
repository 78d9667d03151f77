import type { Command } from 'vscode-languageserver-protocol';
import { IGNORE_ADDRESS_COMMAND, IGNORE_PATH_COMMAND, SET_RULE_SEVERITY_COMMAND, type RuleSeverity } from '../protocol';
import { terminalText } from '../report/terminal';
import { isAllowable } from '../rules/allowList';
import type { Finding } from '../rules/finding';
import { logRules } from '../rules/log/table';
import { shortened } from '../shortened';
import { t } from '../words';
import { command, onlyClient } from './findingCommands';

/** What keeps a finding of a log from being reported again, where it is none: changes of the user's settings. */
export function tuningCommands(finding: Finding): Command[] {
  const isUrgent = finding.severity === 'error' || finding.severity === 'warning';
  return [...ignoreAddress(finding), ...ignorePath(finding), ...ruleCommands(finding.rule, isUrgent)];
}

/**
 * What keeps the findings of a rule from being reported as urgent, or at all; nothing for what is no rule about logs.
 * @param isUrgent whether there is anything to make less of
 */
export function ruleCommands(id: string, isUrgent: boolean): Command[] {
  const rule = logRules.find((each) => each.id === id);
  if (rule === undefined) return [];
  const title = rule.title();
  const set = (words: string, severity: RuleSeverity['severity']): Command =>
    command(words, SET_RULE_SEVERITY_COMMAND, { rule: id, severity, title } satisfies RuleSeverity);
  return [
    ...(isUrgent ? [set(t('Report “{0}” as information only', title), 'information')] : []),
    set(t('Switch the rule “{0}” off', title), 'off'),
  ];
}

function ignoreAddress(finding: Finding): Command[] {
  const client = onlyClient(finding);
  if (client === undefined) return [];
  const shown = terminalText(shortened(client.address));
  return [command(t('Not an attack here: ignore {0}', shown), IGNORE_ADDRESS_COMMAND, client.address)];
}

/** Only where there is one path and the allow-list can name just that: a path of an attacker may hold a star. */
function ignorePath({ endpoints }: Finding): Command[] {
  const paths = new Set(endpoints.map(({ path }) => path));
  const [path] = paths;
  if (path === undefined || paths.size > 1 || !isAllowable(path)) return [];
  const shown = terminalText(shortened(path));
  return [command(t('Not an attack here: ignore requests for {0}', shown), IGNORE_PATH_COMMAND, path)];
}
