import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { SiteElement } from '../../../client/src/views/siteElements';
import { eventually, inside, inWorkspace } from './support/inside';
import { codeOf, diagnosticsOf, openLog } from './support/openLog';

const MAILER = 'tw/tw_contact.php';

describe('The site audit', () => {
  before(async () => {
    const { document } = await openLog();
    await diagnosticsOf(document.uri);
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', inWorkspace('site'));
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('finds the left-over mailer, with its problem among those of the editor', async () => {
    const diagnostics = await diagnosticsOf(inWorkspace(`site/${MAILER}`));
    const orphaned = diagnostics.find(({ code }) => codeOf(code) === 'orphaned-mailer');
    assert.ok(orphaned);
    assert.equal(orphaned.source, 'Log & Site Audit');
  });

  it('shows the findings as a tree by rule, with what the open log saw of each file', async () => {
    const { siteTree } = await inside();
    const group = siteTree.getChildren().find((each) => each.kind === 'group' && each.key === 'orphaned-mailer');
    assert.ok(group);
    const [finding] = siteTree.getChildren(group);
    assert.ok(finding);
    const item = siteTree.getTreeItem(finding);
    assert.equal(item.label, MAILER);
    const calls = Number(/^[\d,]+/.exec(String(item.description))?.[0].replace(',', ''));
    assert.ok(calls >= 5821 && calls < 5900, String(item.description));
    assert.match(item.accessibilityInformation?.label ?? '', /tw_contact/);
  });

  it('is made again when files of the folder change', async () => {
    const { siteTree } = await inside();
    const planted = inWorkspace('site/wp-l0gin.php');
    const hasOddName = (): boolean =>
      siteTree.getChildren().some((each) => each.kind === 'group' && each.key === 'misleading-name');
    assert.equal(hasOddName(), false);
    await vscode.workspace.fs.writeFile(planted, Buffer.from("<?php echo 'x';"));
    await eventually([siteTree.onDidChangeTreeData], () => hasOddName() || undefined);
    await vscode.workspace.fs.delete(planted);
    await eventually([siteTree.onDidChangeTreeData], () => !hasOddName() || undefined);
  });

  it('is made again when a setting changes by which it judges', async () => {
    const { siteTree } = await inside();
    const hasMailer = (): boolean =>
      siteTree.getChildren().some((each) => each.kind === 'group' && each.key === 'orphaned-mailer');
    assert.equal(hasMailer(), true);
    await setSeverityOfMailers('off');
    await eventually([siteTree.onDidChangeTreeData], () => !hasMailer() || undefined);
    await setSeverityOfMailers(undefined);
    await eventually([siteTree.onDidChangeTreeData], () => hasMailer() || undefined);
  });

  it('compares with the clean copy that was chosen before, until the user wants no more of it', async () => {
    const { cleanCopies, siteView } = await inside();
    const copy = inWorkspace('clean-copy');
    await vscode.workspace.fs.copy(inWorkspace('site'), copy);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(copy, MAILER));
    await vscode.commands.executeCommand('logSiteAudit.auditAgain');
    const alone = siteView.message;
    await cleanCopies.remember(inWorkspace('site'), copy);
    await vscode.commands.executeCommand('logSiteAudit.auditAgain');
    assert.match(siteView.message ?? '', /clean copy/);
    await vscode.commands.executeCommand('logSiteAudit.forgetCleanCopy');
    assert.equal(siteView.message, alone);
    await vscode.workspace.fs.delete(copy, { recursive: true });
  });

  it('explains a finding when the mouse rests on it', async () => {
    const { siteTree } = await inside();
    const finding = everything(siteTree.getChildren.bind(siteTree)).find((each) => each.kind === 'finding');
    assert.ok(finding?.kind === 'finding');
    const { tooltip } = siteTree.resolveTreeItem(siteTree.getTreeItem(finding), finding);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    const texts = tooltip.value.split('\n\n');
    // Who called the file is said only where a log is open.
    const ofCalls = texts.filter((text) => /open logs|^Requests/.test(text));
    assert.equal(texts.length - ofCalls.length, 3);
  });

  it('opens the file at the place when a finding is clicked', async () => {
    const { siteTree } = await inside();
    const finding = everything(siteTree.getChildren.bind(siteTree)).find(
      (each) => each.kind === 'finding' && each.finding.file === MAILER,
    );
    assert.ok(finding?.kind === 'finding');
    const { command } = siteTree.getTreeItem(finding);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = await eventually([vscode.window.onDidChangeActiveTextEditor], () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith(MAILER) ? active : undefined;
    });
    assert.equal(editor.selection.start.line, finding.finding.line ?? 0);
  });

  it('groups by severity and by file on demand', async () => {
    const { siteTree } = await inside();
    const count = (): number =>
      everything(siteTree.getChildren.bind(siteTree)).filter((each) => each.kind === 'finding').length;
    const findings = count();
    for (const [command, grouping] of [
      ['logSiteAudit.groupBySeverity', 'severity'],
      ['logSiteAudit.groupByFile', 'file'],
      ['logSiteAudit.groupByRule', 'rule'],
    ]) {
      await vscode.commands.executeCommand(command!);
      const groups = siteTree.getChildren();
      assert.ok(
        groups.every((each) => each.kind === 'group' && each.grouping === grouping),
        grouping,
      );
      assert.equal(count(), findings);
    }
  });

  it('groups by folder', async () => {
    const { siteTree } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.groupByFolder');
    const groups = siteTree.getChildren().map((each) => each.kind === 'group' && each.key);
    assert.ok(groups.includes('tw'), groups.join(', '));
    await vscode.commands.executeCommand('logSiteAudit.groupByRule');
  });

  it('says above the tree how much was found and looked at', async () => {
    const { siteTree, siteView } = await inside();
    const findings = siteTree.findings.length;
    assert.match(siteView.message ?? '', new RegExp(`^Findings: ${findings} · Files looked at: \\d+ \\(`));
  });

  it('shows what passes the filter, says so, and shows all again', async () => {
    const { siteTree, siteView } = await inside();
    const all = siteTree.findings.length;
    siteView.filter({ text: 'tw_contact', severities: [] });
    assert.ok(siteTree.findings.length > 0 && siteTree.findings.length < all);
    assert.ok(siteTree.findings.every(({ finding }) => finding.file === MAILER));
    assert.match(siteView.description ?? '', /^site · “tw_contact”$/);
    assert.match(siteView.message ?? '', new RegExp(`^Findings: \\d of ${all}, filtered by “tw_contact”`));
    siteView.filter({ text: 'no finding has this', severities: ['error'] });
    assert.deepEqual(siteTree.getChildren(), []);
    assert.equal(siteView.message, undefined);
    await vscode.commands.executeCommand('logSiteAudit.clearFindingsFilter');
    assert.equal(siteTree.findings.length, all);
  });

  it('goes from finding to finding in the order of the trees, from the site to the log, round at the ends', async () => {
    const { siteTree, logListView } = await inside();
    const files = [
      ...siteTree.findings.map(({ finding }) => finding.file),
      ...logListView.tree.findings.map(({ log }) => log.uri.slice(log.uri.lastIndexOf('/') + 1)),
    ];
    assert.ok(files.includes('20211101.log.gz'));
    await vscode.commands.executeCommand('logSiteAudit.groupByFile');
    await vscode.commands.executeCommand('logSiteAudit.groupByRule');
    const seen: string[] = [];
    for (let step = 0; step < files.length; step++) {
      await vscode.commands.executeCommand('logSiteAudit.nextFinding');
      seen.push(vscode.window.activeTextEditor?.document.uri.path ?? '');
    }
    const start = files.findIndex((file) => seen[0]!.endsWith(file));
    assert.ok(start !== -1);
    const expected = [...files.slice(start), ...files.slice(0, start)];
    assert.ok(
      expected.every((file, index) => seen[index]!.endsWith(file)),
      `${seen.join(', ')} is not ${expected.join(', ')}`,
    );
    await vscode.commands.executeCommand('logSiteAudit.previousFinding');
    const before = expected.at(-2) ?? expected[0]!;
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith(before));
  });

  it('shows several folders, each of which is audited again by itself', async () => {
    const { siteTree } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', inWorkspace('site/tw'));
    const [whole, part] = siteTree.getChildren();
    assert.ok(whole?.kind === 'folder' && part?.kind === 'folder');
    await vscode.commands.executeCommand('logSiteAudit.auditThisFolderAgain', part);
    const [wholeAfter, partAfter] = siteTree.getChildren();
    assert.ok(wholeAfter?.kind === 'folder' && partAfter?.kind === 'folder');
    assert.equal(wholeAfter.audit.result, whole.audit.result);
    assert.notEqual(partAfter.audit.result, part.audit.result);
    assert.match(siteTree.getTreeItem(partAfter).accessibilityInformation?.label ?? '', /^tw · \d+ findings$/);
    await vscode.commands.executeCommand('logSiteAudit.auditThisFolderAgain', 'made up');
  });

  it('says what was looked at where nothing was found', async () => {
    const { siteTree, siteView } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    assert.equal(siteView.message, undefined);
    const folder = inWorkspace('clean');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'index.html'), Buffer.from('<title>x</title>'));
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', folder);
    assert.deepEqual(siteTree.getChildren(), []);
    assert.match(siteView.message ?? '', /^Nothing suspicious was found\. .*\. Files looked at: 1 \(16 byte\)$/);
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', inWorkspace('site'));
  });

  it('forgets everything when the results are cleared', async () => {
    const { siteTree } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    assert.deepEqual(siteTree.getChildren(), []);
    await diagnosticsOf(inWorkspace(`site/${MAILER}`), (all) => all.length === 0);
  });
});

/** All elements of the tree. */
function everything(childrenOf: (element?: SiteElement) => SiteElement[], top?: SiteElement): SiteElement[] {
  return childrenOf(top).flatMap((element) => [element, ...everything(childrenOf, element)]);
}

/** Sets how urgent left-over mailers are; `undefined`: as they are by default. */
function setSeverityOfMailers(severity: string | undefined): Thenable<void> {
  const settings = vscode.workspace.getConfiguration('logSiteAudit');
  return settings.update('rules.orphaned-mailer.severity', severity, vscode.ConfigurationTarget.Global);
}
