import { DiagnosticSeverity, type Range } from 'vscode-languageserver-protocol';
import { terminalText } from '../report/terminal';
import type { Finding, Severity } from '../rules/finding';

/** Name that the editor shows beside each diagnostic. */
export const DIAGNOSTIC_SOURCE = 'Log & Site Audit';

/** Severities as the language server protocol numbers them. */
export const LSP_SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding's words in one text: what, why, what next. Hostile characters are made visible. */
export function findingText(finding: Pick<Finding, 'title' | 'detail' | 'advice'>): string {
  return [finding.title, finding.detail, finding.advice].map(terminalText).join('\n');
}

/** A stretch of a line (from 1), columns from 0. */
export function lineRange(line: number, start: number, end: number): Range {
  return { start: { line: line - 1, character: start }, end: { line: line - 1, character: end } };
}
