import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { plantedFile, SHELL_CODE } from '../../support/plantedFile';
import { eventually, inside, inWorkspace } from './support/inside';
import { activeEditorOf, codeOf, diagnosticsOf } from './support/openLog';

/** Tries to end the block of code in the hover, and to look like something else. */
const HIDDEN = `// \`\`\`\n// [x](command:workbench.action.quit) \u202egnp\n${SHELL_CODE}`;
const FILE = 'site/images/works/planted.php';

describe('A finding in a file of a site', () => {
  let uri: vscode.Uri;
  let finding: vscode.Diagnostic;

  before(async () => {
    uri = inWorkspace(FILE);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(plantedFile(HIDDEN)));
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', inWorkspace('site'));
    await vscode.window.showTextDocument(uri);
    const diagnostics = await diagnosticsOf(uri);
    finding = diagnostics.find(({ code }) => codeOf(code) === 'suspicious-code')!;
    assert.ok(finding);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.workspace.fs.delete(uri);
  });

  it('is a problem at the very code, which leads to the rule and to what is hidden', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(finding.range), /^\w+\(base64_\w+\('[\w+/=]+'\)\)$/);
    assert.ok(typeof finding.code === 'object');
    const { target } = finding.code;
    const rules = await vscode.workspace.openTextDocument(target.with({ fragment: '' }));
    assert.equal(rules.lineAt(Number(target.fragment.slice(1)) - 1).text, '### suspicious-code');
    const hidden = finding.relatedInformation?.find(({ location }) => location.uri.scheme === 'site-decoded');
    assert.match(hidden?.message ?? '', /\\u\{202e\}gnp/);
    const text = (await vscode.workspace.openTextDocument(hidden!.location.uri)).getText();
    assert.ok(text.includes(SHELL_CODE));
  });

  it('is explained when the mouse rests on it, and what it hides can do nothing there', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      finding.range.start,
    );
    const contents = hovers.flatMap((hover) => hover.contents).filter((each) => each instanceof vscode.MarkdownString);
    const explanation = contents.find(({ value }) => value.includes('**Confirmed**'));
    assert.ok(explanation);
    assert.ok(explanation.value.includes(SHELL_CODE));
    assert.doesNotMatch(explanation.value, /\u202e/);
    assert.deepEqual(explanation.isTrusted, {
      enabledCommands: ['logSiteAudit.showDecoded', 'logSiteAudit.showRule'],
    });
  });

  it('has quick fixes', async () => {
    const titles = (await actionsAtFinding()).map(({ title }) => title);
    for (const title of ['Show what this hidden code does', 'Move to quarantine…', 'I know that this file is good…']) {
      assert.equal(titles.filter((each) => each === title).length, 1, title);
    }
  });

  it('shows what the hidden code does as a document that can’t be changed', async () => {
    await run('Show what this hidden code does');
    const editor = await activeEditorOf('site-decoded');
    assert.equal(editor.document.languageId, 'php');
    assert.match(editor.document.lineAt(0).text, /^<\?php \/\/ Only text, .*planted\.php/);
    assert.ok(editor.document.getText().includes(SHELL_CODE));
    assert.doesNotMatch(editor.document.getText(), /\u202e/);
    assert.equal(vscode.workspace.fs.isWritableFileSystem('site-decoded'), false);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(editor.document.uri, Buffer.from('x'))));
  });

  it('is found in the tree, also where a filter keeps it back', async () => {
    const { siteTree } = await inside();
    siteTree.filter = { text: 'nothing has this', severities: [] };
    await run('Show in the list of findings');
    await eventually([siteTree.onDidChangeTreeData], () => siteTree.findings.length > 0 || undefined);
  });

  it('marks its file and the folders around it in the explorer, unless that is switched off', async () => {
    const { siteDecorations } = await inside();
    const badgeOf = (path: string): string | undefined =>
      siteDecorations.provideFileDecoration(inWorkspace(path))?.badge;
    assert.equal(badgeOf(FILE), '!');
    assert.equal(badgeOf('site/images'), '•');
    assert.equal(badgeOf('site/index.html'), undefined);
    assert.match(siteDecorations.provideFileDecoration(uri)?.tooltip ?? '', /^Act now: planted\.php/);
    const settings = vscode.workspace.getConfiguration('logSiteAudit');
    await settings.update('explorerMarks', false, vscode.ConfigurationTarget.Global);
    await eventually([siteDecorations.onDidChangeFileDecorations], () => badgeOf(FILE) === undefined || undefined);
    await settings.update('explorerMarks', undefined, vscode.ConfigurationTarget.Global);
    await eventually([siteDecorations.onDidChangeFileDecorations], () => badgeOf(FILE) === '!' || undefined);
  });

  it('goes with the code: the document says what to do, and the mark is gone', async () => {
    const decoded = vscode.workspace.textDocuments.find((each) => each.uri.scheme === 'site-decoded');
    assert.ok(decoded);
    const { siteDecorations } = await inside();
    await vscode.workspace.fs.writeFile(uri, Buffer.from('<?php echo 1;\n'));
    await eventually([vscode.workspace.onDidChangeTextDocument], () =>
      /Audit Site Folder/.test(decoded.getText()) ? true : undefined,
    );
    assert.notEqual(siteDecorations.provideFileDecoration(uri)?.badge, '!');
  });

  it('does nothing for what names no finding and no file', async () => {
    for (const command of ['showDecoded', 'revealFinding', 'markKnownGood']) {
      for (const argument of [undefined, null, 5, 'file:///etc/passwd', { folder: 'x' }]) {
        await vscode.commands.executeCommand(`logSiteAudit.${command}`, argument);
      }
    }
    assert.equal(vscode.workspace.getConfiguration('logSiteAudit').inspect('siteKnownGood')?.globalValue, undefined);
  });

  async function actionsAtFinding(): Promise<vscode.CodeAction[]> {
    return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, finding.range);
  }

  async function run(title: string): Promise<void> {
    const command = (await actionsAtFinding()).find((each) => each.title === title)?.command;
    assert.ok(command, title);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  }
});
