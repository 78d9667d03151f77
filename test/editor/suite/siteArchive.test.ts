import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { SiteElement } from '../../../client/src/views/siteElements';
import { zipOf } from '../../support/archives';
import { plantedFile, SHELL_CODE } from '../../support/plantedFile';
import { eventually, inside } from './support/inside';
import { codeOf, diagnosticsOf } from './support/openLog';

const SHELL = plantedFile(SHELL_CODE);

describe('An archive of a site', () => {
  let folder: string;
  let archive: vscode.Uri;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'log-site-audit-'));
    archive = vscode.Uri.file(path.join(folder, 'backup.zip'));
    await writeFile(archive.fsPath, zipOf([{ name: 'wp-content/x.php', content: SHELL }]));
    await writeFile(path.join(folder, 'index.html'), '<html></html>');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const what of ['the folder', 'the archive itself']) {
    it(`has a finding that opens as text, when the audit is of ${what}`, async () => {
      const isFolder = what === 'the folder';
      const target = isFolder ? vscode.Uri.file(folder) : archive;
      await vscode.commands.executeCommand(`logSiteAudit.auditSite${isFolder ? 'Folder' : 'Archive'}`, target);
      const { document, selection } = await openFinding();
      assert.equal(document.getText(), SHELL);
      assert.equal(document.languageId, 'php');
      assert.equal(document.uri.path, `${archive.path}!/wp-content/x.php`);
      const [diagnostic] = await diagnosticsOf(document.uri);
      assert.ok(diagnostic);
      assert.equal(codeOf(diagnostic.code), 'suspicious-code');
      assert.equal(selection.start.line, diagnostic.range.start.line);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        diagnostic.range.start,
      );
      assert.ok(hovers.length > 0);
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.equal(document.getText(), SHELL);
    });
  }
});

function isFinding(element: SiteElement): boolean {
  return element.kind === 'finding';
}

/** Opens the finding as a click in the tree does. */
async function openFinding(): Promise<vscode.TextEditor> {
  const { siteTree } = await inside();
  const below = (element: SiteElement): SiteElement[] => [element, ...siteTree.getChildren(element).flatMap(below)];
  const finding = siteTree.getChildren().flatMap(below).find(isFinding);
  assert.ok(finding);
  const { command } = siteTree.getTreeItem(finding);
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  return eventually([vscode.window.onDidChangeActiveTextEditor], () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.uri.scheme === 'site-archive' ? active : undefined;
  });
}
