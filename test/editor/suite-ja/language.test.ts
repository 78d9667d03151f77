import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inWorkspace } from '../suite/support/inside';
import { codeOf, diagnosticsOf, hoverText, lensesOf, openLog } from '../suite/support/openLog';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

describe('The extension host in Japanese', () => {
  let log: vscode.Uri;

  before(async () => {
    log = (await openLog()).document.uri;
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('tells extensions that the display language is Japanese', () => {
    assert.equal(vscode.env.language, 'ja');
  });

  it('shows the words of the manifest in Japanese', () => {
    const manifest: { description: string } = vscode.extensions.getExtension(
      'log-site-audit.log-site-audit',
    )?.packageJSON;
    assert.match(manifest.description, JAPANESE);
  });

  it('words findings in Japanese', async () => {
    const floods = (await diagnosticsOf(log)).filter(({ code }) => codeOf(code) === 'flood-address');
    assert.equal(floods.length, 4);
    for (const { message } of floods) assert.match(message, /集中アクセス: 1,\d{3} 件/);
  });

  it('words lenses in Japanese', async () => {
    const titles = (await lensesOf(log)).map(({ command }) => command?.title ?? '');
    assert.match(titles[0]!, /リクエスト 16,421 件/);
    for (const title of titles) assert.match(title, JAPANESE);
  });

  it('words the hover of an address in Japanese', async () => {
    const flood = (await diagnosticsOf(log)).find(({ code }) => codeOf(code) === 'flood-address');
    const text = await hoverText(log, flood!.range.start);
    assert.match(text, /香港/);
    assert.match(text, /リクエスト/);
  });

  it('words what is said in a file of the site in Japanese', async () => {
    await vscode.commands.executeCommand('logSiteAudit.auditSiteFolder', inWorkspace('site'));
    const file = inWorkspace('site/images/works/l.php');
    await vscode.window.showTextDocument(file);
    const finding = (await diagnosticsOf(file)).find(({ code }) => codeOf(code) === 'suspicious-code');
    assert.match(await hoverText(file, finding!.range.start), /確実|可能性が高い|念のため確認/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      file,
      finding!.range,
    );
    assert.ok(actions.length > 3);
    for (const { title } of actions) assert.match(title, JAPANESE);
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
  });
});
