import {
  CodeActionKind,
  DiagnosticSeverity,
  type CodeAction,
  type Command,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import type { Finding } from '../rules/finding';
import { findingCommands } from './findingCommands';
import { firstLineOf } from './findingKey';
import { ruleCommands, tuningCommands } from './tuning';

/**
 * What can be done about the findings on the lines of a range: large logs get no lenses from the editor. What keeps findings
 * from being reported comes last, whatever rule they are of. Findings of a whole folder of logs have only that.
 * @param diagnostics those that the editor asks for
 */
export function logCodeActions(log: OpenLog, range: Range, diagnostics: readonly Diagnostic[] = []): CodeAction[] {
  const findings = log.findings.filter((finding) => {
    return firstLineOf(finding) > range.start.line && firstLineOf(finding) <= range.end.line + 1;
  });
  const actions = (commandsOf: (finding: Finding) => Command[]): CodeAction[] =>
    findings.flatMap((finding) => {
      const own = diagnostics.filter(({ code }) => code === finding.rule);
      return commandsOf(finding).map((command) => actionOf(command, own));
    });
  const ofFolder = diagnostics.filter(({ code }) => !findings.some(({ rule }) => rule === code));
  return distinct([
    ...actions((finding) => findingCommands(log, finding)),
    ...actions(tuningCommands),
    ...ofFolder.flatMap((each) =>
      ruleCommands(String(each.code), isUrgent(each)).map((command) => actionOf(command, [each])),
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
