import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { listedTasks } from './support/incidentTrees';
import { inside, inWorkspace } from './support/inside';
import { activeEditorOf, codeOf, diagnosticsOf } from './support/openLog';
import { shownGuide } from './support/shownGuide';

const PAGE = 'site/ask.html';
const PROGRAM = 'site/send.php';
const FILES: Readonly<Record<string, string>> = {
  [PAGE]: '<!DOCTYPE html>\n<form action="send.php" method="post"><input name="question"></form>',
  [PROGRAM]: "<?php\nmail('owner@example.jp', 'x', $_POST['question']);",
  'site/php.ini': 'allow_url_fopen = On',
};

describe('What makes a site safer', () => {
  before(async () => {
    for (const [name, text] of Object.entries(FILES)) {
      await vscode.workspace.fs.writeFile(inWorkspace(name), Buffer.from(text));
    }
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', inWorkspace('mail-from-host.txt'));
    assert.ok((await inside()).incidents.result);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    for (const name of Object.keys(FILES)) await vscode.workspace.fs.delete(inWorkspace(name));
  });

  it('is shown as a guide, with the switch that the host asks to turn off', async () => {
    await vscode.commands.executeCommand('logSiteAudit.showHardening', 'guide');
    const guide = await shownGuide('How to make the site safer');
    assert.match(guide, /php\\\.ini\\:1 \| allow\\_url\\_fopen \| On \| Off/);
  });

  it('is a click away from the tasks that it is about', async () => {
    const { checklistTree } = await inside();
    const words = (await listedTasks()).map((task) => checklistTree.getTreeItem(task).contextValue);
    assert.ok(
      words.some((word) => word?.startsWith('task php-settings ')),
      words.join(),
    );
  });

  it('is drafted as an .htaccess for upload folders, and nothing is written into the site', async () => {
    await vscode.commands.executeCommand('logSiteAudit.showHardening', 'apache');
    const draft = await activeEditorOf('untitled');
    assert.match(draft.document.getText(), /<FilesMatch [^]*Require all denied/);
    await assert.rejects(async () => vscode.workspace.fs.stat(inWorkspace('site/images/.htaccess')));
  });

  it('is said at the very form: its finding leads there, and a quick fix opens the steps', async () => {
    const program = inWorkspace(PROGRAM);
    await vscode.window.showTextDocument(program);
    const findings = await diagnosticsOf(program);
    const finding = findings.find(({ code }) => codeOf(code) === 'unprotected-mailer');
    const form = finding?.relatedInformation?.find(({ location }) => location.uri.path.endsWith('/ask.html'));
    assert.equal(form?.location.range.start.line, 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      program,
      finding!.range,
    );
    const action = actions.find(({ title }) => title === 'How to protect this form');
    await vscode.commands.executeCommand(action!.command!.command, ...action!.command!.arguments!);
    const guide = await shownGuide('How to protect this form');
    assert.match(guide, /<form action="send\.php" method="post">\n {2}<!-- question -->/);
  });
});
