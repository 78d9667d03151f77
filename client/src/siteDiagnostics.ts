import * as vscode from 'vscode';
import type { Severity, SiteFinding } from '../../server/src/protocol';
import { groupBy } from './groupBy';
import { PRODUCT } from './names';
import type { RulePages } from './rulePages';
import { siteFileUri, type SiteAudit, type SiteAudits } from './siteAudits';

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Keeps the findings of the site audits among the editor's problems, one collection for each audited folder. */
export function showSiteDiagnostics(audits: SiteAudits, rules: RulePages): vscode.Disposable {
  const shown = new Map<string, { audit: SiteAudit['result']; problems: vscode.DiagnosticCollection }>();
  const update = (): void => {
    const results = new Map(audits.all.map(({ folder, result }) => [folder.toString(), { folder, result }]));
    for (const [key, { audit, problems }] of shown) {
      if (results.get(key)?.result === audit) continue;
      problems.dispose();
      shown.delete(key);
    }
    for (const [key, { folder, result }] of results) {
      if (!shown.has(key)) shown.set(key, { audit: result, problems: collection(folder, result.findings, rules) });
    }
  };
  const listener = audits.onDidChange(update);
  return new vscode.Disposable(() => {
    listener.dispose();
    for (const { problems } of shown.values()) problems.dispose();
  });
}

function collection(
  folder: vscode.Uri,
  findings: readonly SiteFinding[],
  rules: RulePages,
): vscode.DiagnosticCollection {
  const problems = vscode.languages.createDiagnosticCollection('logSiteAudit.site');
  const byFile = groupBy(findings, ({ file }) => file);
  // File by file: VS Code drops whole files from one large set.
  for (const [file, found] of byFile) {
    problems.set(
      siteFileUri(folder, file),
      found.map((finding) => diagnostic(folder, finding, rules)),
    );
  }
  return problems;
}

function diagnostic(folder: vscode.Uri, finding: SiteFinding, rules: RulePages): vscode.Diagnostic {
  const message = [finding.title, finding.detail, finding.advice].filter((text) => text !== '').join('\n');
  const result = new vscode.Diagnostic(findingRange(finding), message, SEVERITY[finding.severity]);
  result.source = PRODUCT;
  result.code = { value: finding.rule, target: rules.placeOf(finding.rule) };
  result.relatedInformation = [...evidence(folder, finding), ...hiddenCode(finding)];
  return result;
}

/** What is seen where: the place of the harm, and the way by which it came there. */
function evidence(folder: vscode.Uri, { related }: SiteFinding): vscode.DiagnosticRelatedInformation[] {
  return related.map(({ file, line, column, endColumn = column, note }) => {
    const place = new vscode.Location(siteFileUri(folder, file), new vscode.Range(line, column, line, endColumn));
    return new vscode.DiagnosticRelatedInformation(place, note);
  });
}

function hiddenCode({ decoded }: SiteFinding): vscode.DiagnosticRelatedInformation[] {
  if (decoded === undefined) return [];
  const place = new vscode.Location(vscode.Uri.parse(decoded.document, true), new vscode.Position(0, 0));
  const text = vscode.l10n.t('What the hidden code says: {0}', decoded.excerpt);
  return [new vscode.DiagnosticRelatedInformation(place, text)];
}

/** Where a finding stands in its file; the start of the file where the whole of it is meant. */
export function findingRange({ line = 0, column = 0, endColumn = column }: SiteFinding): vscode.Range {
  return new vscode.Range(line, column, line, endColumn);
}
