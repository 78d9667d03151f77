import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import { findingCommands, firstLineOf } from './findingCommands';

/** What can be done about the findings on the lines of a range: large logs get no lenses from the editor. */
export function logCodeActions(log: OpenLog, range: Range): CodeAction[] {
  return log.findings
    .filter((finding) => firstLineOf(finding) > range.start.line && firstLineOf(finding) <= range.end.line + 1)
    .flatMap((finding) => findingCommands(log, finding))
    .map((command) => ({ title: command.title, kind: CodeActionKind.QuickFix, command }));
}
