import { DiagnosticSeverity, type Diagnostic, type Range } from 'vscode-languageserver-protocol';
import type { KnownNetworkLookup } from '../address/clientNetworks';
import { networkSentence } from '../address/networkWords';
import { count } from '../numbers';
import { terminalText } from '../report/terminal';
import type { Finding, Severity } from '../rules/finding';
import { t } from '../words';

/** Name that the editor shows beside each diagnostic. */
export const DIAGNOSTIC_SOURCE = 'Log & Site Audit';

/** Severities as the language server protocol numbers them. */
export const LSP_SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A diagnostic about a whole log. */
export function fileDiagnostic(code: string, severity: Severity, message: string): Diagnostic {
  return { code, source: DIAGNOSTIC_SOURCE, severity: LSP_SEVERITY[severity], message, range: lineRange(1, 0, 0) };
}

/**
 * Says that a packed log is damaged.
 * @param lines how many could be read
 */
export function damagedArchive(lines: number): Diagnostic {
  const text = t(
    'The packed file is damaged or was cut short: only its first {0} lines could be unpacked. Download it again if you can.',
    count(lines),
  );
  return fileDiagnostic('damaged-archive', 'warning', text);
}

/**
 * A finding's words in one text: what, why, whose addresses, what next. Hostile characters are made visible.
 * @param lookup what is known of the networks of its clients
 */
export function findingText(
  { title, detail, advice, clients }: Pick<Finding, 'title' | 'detail' | 'advice' | 'clients'>,
  lookup: KnownNetworkLookup,
): string {
  const networks = networkSentence(clients, lookup);
  const why = networks === undefined ? detail : `${detail} ${networks}`;
  return [title, why, advice].map(terminalText).join('\n');
}

/** A stretch of a line (from 1), columns from 0. */
export function lineRange(line: number, start: number, end: number): Range {
  return { start: { line: line - 1, character: start }, end: { line: line - 1, character: end } };
}
