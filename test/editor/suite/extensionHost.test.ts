import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

const extensionId = 'log-site-audit.log-site-audit';

describe('The extension host', () => {
  it('loads the packaged extension', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('is at least the VS Code that the extension asks for', () => {
    const manifest: { engines: { vscode: string } } = vscode.extensions.getExtension(extensionId)?.packageJSON;
    const wanted = manifest.engines.vscode.replace('^', '');
    assert.ok(vscode.version.localeCompare(wanted, 'en', { numeric: true }) >= 0, `${vscode.version} < ${wanted}`);
  });

  it('has the sample incident open in Restricted Mode', () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('finds files of the opened folder', async () => {
    const files = await vscode.workspace.findFiles('**/*');
    assert.ok(files.length > 0);
  });
});
