import {
  CodeActionKind,
  DiagnosticSeverity,
  type CodeAction,
  type Command,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import { REVEAL_FINDING_COMMAND } from '../protocol';
import type { Finding } from '../rules/finding';
import type { SuspectInLog } from '../siteStore';
import { t } from '../words';
import { command as commandOn, findingCommands } from './findingCommands';
import { firstLineOf } from './findingKey';
import { ruleCommands, tuningCommands } from './tuning';

/**
 * What can be done about the findings on the lines of a range: large logs get no lenses from the editor. What keeps findings
 * from being reported comes last, whatever rule they are of. Findings of a whole folder of logs have only that.
 * @param diagnostics those that the editor asks for
 * @param suspects files that the site audit suspects and this log saw called
 */
export function logCodeActions(
  log: OpenLog,
  range: Range,
  diagnostics: readonly Diagnostic[] = [],
  suspects: readonly SuspectInLog[] = [],
): CodeAction[] {
  const isInRange = (finding: Pick<Finding, 'places'>): boolean =>
    firstLineOf(finding) > range.start.line && firstLineOf(finding) <= range.end.line + 1;
  const findings = log.findings.filter(isInRange);
  const actions = (commandsOf: (finding: Finding) => Command[]): CodeAction[] =>
    findings.flatMap((finding) => {
      const own = diagnostics.filter(({ code }) => code === finding.rule);
      return commandsOf(finding).map((each) => actionOf(each, own));
    });
  const ofFolder = diagnostics.filter(({ code }) => !findings.some(({ rule }) => rule === code));
  const ofSite = suspects
    .filter(({ toldBy, calls }) => isInRange(toldBy ?? calls))
    .map(({ key, toldBy }) => {
      const own = diagnostics.filter(({ code }) => code === (toldBy ?? key).rule);
      return actionOf(commandOn(t('Show what the site audit says'), REVEAL_FINDING_COMMAND, key), own);
    });
  return distinct([
    ...ofSite,
    ...actions((finding) => findingCommands(log, finding)),
    ...actions(tuningCommands),
    ...ofFolder.flatMap((each) =>
      ruleCommands(String(each.code), isUrgent(each)).map((offered) => actionOf(offered, [each])),
    ),
  ]);
}

function isUrgent({ severity }: Diagnostic): boolean {
  return severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;
}

/** A quick fix that runs a command, for some diagnostics. */
export function actionOf(command: Command, diagnostics: Diagnostic[]): CodeAction {
  const { title } = command;
  return { title, kind: CodeActionKind.QuickFix, command, ...(diagnostics.length > 0 && { diagnostics }) };
}

/** Several findings of a line may ask for the same: one action then stands for all of them. */
export function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify(action.command);
    const same = known.get(key);
    if (same === undefined) known.set(key, action);
    else if (action.diagnostics !== undefined) same.diagnostics = [...(same.diagnostics ?? []), ...action.diagnostics];
  }
  return [...known.values()];
}
