import { strict as assert } from 'node:assert';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { zipOf } from '../../support/archives';
import { eventually, inside } from './support/inside';

const CLEAN = { 'wp-admin/a.php': '<?php function a() {}\n', 'wp-admin/gone.php': '<?php function gone() {}\n' };

describe('The differences from a clean copy', () => {
  let folder: string;
  let site: vscode.Uri;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'log-site-audit-'));
    site = vscode.Uri.file(path.join(folder, 'site'));
    await mkdir(path.join(site.fsPath, 'wp-admin'), { recursive: true });
    await mkdir(path.join(folder, 'clean', 'wp-admin'), { recursive: true });
    for (const [name, text] of Object.entries(CLEAN)) await writeFile(path.join(folder, 'clean', name), text);
    await writeFile(path.join(site.fsPath, 'wp-admin/a.php'), '<?php function a() { b(); }\n');
    await writeFile(path.join(site.fsPath, 'wp-admin/new.php'), '<?php echo 1;\n');
    const members = Object.entries(CLEAN).map(([name, content]) => ({ name: `wordpress/${name}`, content }));
    await writeFile(path.join(folder, 'backup.zip'), zipOf(members));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetCleanCopy');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const [copy, clean] of [
    ['clean', (file: string) => vscode.Uri.file(path.join(folder, 'clean', file))],
    [
      'backup.zip',
      (file: string) =>
        vscode.Uri.file(path.join(folder, `backup.zip!/wordpress/${file}`)).with({ scheme: 'site-archive' }),
    ],
  ] as const) {
    it(`are listed, and open beside the clean file of ${copy}`, async () => {
      const { cleanCopies, differenceView } = await inside();
      await cleanCopies.remember(site, vscode.Uri.file(path.join(folder, copy)));
      await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', site);
      assert.deepEqual(await listed(), [
        'changed wp-admin/a.php',
        'added wp-admin/new.php',
        'missing wp-admin/gone.php',
      ]);
      const [changed] = differenceView.getChildren(differenceView.getChildren()[0]);
      const { command } = differenceView.getTreeItem(changed!);
      await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
      const input = await eventually([vscode.window.tabGroups.onDidChangeTabs], () => {
        const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return shown instanceof vscode.TabInputTextDiff ? shown : undefined;
      });
      const sides = [input.original, input.modified].map(String);
      assert.deepEqual(sides, [clean('wp-admin/a.php'), vscode.Uri.joinPath(site, 'wp-admin/a.php')].map(String));
      const document = await vscode.workspace.openTextDocument(input.original);
      assert.equal(document.getText(), CLEAN['wp-admin/a.php']);
    });
  }

  it('are gone when the copy is forgotten', async () => {
    const { cleanCopies, differenceView } = await inside();
    await cleanCopies.remember(site, vscode.Uri.file(path.join(folder, 'clean')));
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', site);
    assert.notEqual(differenceView.getChildren().length, 0);
    await vscode.commands.executeCommand('logSiteAudit.forgetCleanCopy');
    assert.equal(differenceView.getChildren().length, 0);
  });
});

/** The files of the view, with what is different about them. */
async function listed(): Promise<string[]> {
  const { differenceView } = await inside();
  return differenceView
    .getChildren()
    .flatMap((group) => differenceView.getChildren(group))
    .map((element) => (element.kind === 'differing' ? `${element.of} ${element.file}` : element.kind));
}
