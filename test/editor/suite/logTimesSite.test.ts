import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { listedFile } from './support/incidentTrees';
import { eventually, inside, inWorkspace } from './support/inside';
import { activeEditorOf, diagnosticsOf, hoverText, lensesOf, openLog } from './support/openLog';

const MAILER = 'tw/tw_contact.php';

/** Problems of the log that lead to the abused file of the site. */
function ofMailer(diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return diagnostics.filter(({ relatedInformation = [] }) =>
    relatedInformation.some(({ location }) => location.uri.path.endsWith(MAILER)),
  );
}

/**
 * The lens that leads to what the audit says of that file. Asked for until it is there: the server tells the editor to ask anew after
 * it showed its findings, and nobody else hears of that.
 */
async function lensOfMailer(log: vscode.Uri): Promise<vscode.CodeLens> {
  for (;;) {
    const lenses = await lensesOf(log);
    const lens = lenses.find(({ command }) => /^Site audit: .*tw_contact/.test(command?.title ?? ''));
    if (lens !== undefined) return lens;
  }
}

describe('A log and the audited copy of its site', () => {
  let log: vscode.Uri;

  before(async () => {
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    log = (await openLog()).document.uri;
    await diagnosticsOf(log);
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('say once what the audit says of the abused file, as soon as the site is audited', async () => {
    assert.deepEqual(ofMailer(vscode.languages.getDiagnostics(log)), []);
    const before = vscode.languages.getDiagnostics(log).length;
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', inWorkspace('site'));
    const diagnostics = await diagnosticsOf(log, (all) => ofMailer(all).length > 0);
    const [told, ...others] = ofMailer(diagnostics);
    assert.deepEqual(others, []);
    assert.match(told!.message, /The site audit says of this file: .*tw_contact\.php/);
    assert.equal(told!.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(diagnostics.length >= before);
  });

  it('say it in a lens and in the hover on the path, which lead to the list of findings', async () => {
    const [told] = ofMailer(vscode.languages.getDiagnostics(log));
    const lens = await lensOfMailer(log);
    assert.equal(lens.command?.command, 'logSiteAudit.revealFinding');
    const document = await vscode.workspace.openTextDocument(log);
    const line = document.lineAt(told!.range.start.line);
    const hover = await hoverText(log, new vscode.Position(line.lineNumber, line.text.indexOf(MAILER)));
    assert.match(hover, /What the site audit says of this file/);
    assert.match(hover, /command:logSiteAudit\.revealFinding\?/);
  });

  it('make a suspicion in the tree urgent, and say there since when', async () => {
    const { siteTree } = await inside();
    const element = await eventually([siteTree.onDidChangeTreeData], () =>
      siteTree.findings.find(({ finding, audit }) => finding.file === MAILER && audit.calls?.details[MAILER]),
    );
    assert.equal(element.finding.severity, 'error');
    const item = siteTree.resolveTreeItem(siteTree.getTreeItem(element), element);
    const tooltip = (item.tooltip as vscode.MarkdownString).value.replaceAll('\\', '');
    assert.match(tooltip, /Requests: 5,82\d \(.*\); clients: \d+ · 2021-11-01 03:13:02 – 20:43:05 \+09:00/);
  });

  it('say nothing of each other any more once the audits are forgotten', async () => {
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    assert.ok(await diagnosticsOf(log, (all) => all.length > 0 && ofMailer(all).length === 0));
  });

  it('lead from a file of the incident to its lines, and give its path away', async () => {
    const mail = inWorkspace('mail-from-host.txt');
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', mail);
    const file = await listedFile(MAILER);
    await vscode.commands.executeCommand('logSiteAudit.copyPathOfFile', file);
    assert.equal(await vscode.env.clipboard.readText(), file.file.path);
    await vscode.commands.executeCommand('logSiteAudit.showLinesOfFile', file);
    const lines = await activeEditorOf('log-lines');
    assert.match(lines.document.lineAt(0).text, /tw_contact\.php/);
  });
});
