import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { MAIL_LIMIT } from '../../support/stories/mailLimit/mailLimitStory';
import { inSection, itemsBelow, labelOf, labelsIn, listedFile, listedTasks } from '../suite/support/incidentTrees';
import { eventually, inside, inWorkspace } from '../suite/support/inside';
import { activeEditorOf } from '../suite/support/openLog';
import { runAndAccept } from '../suite/support/quickPick';

const CLIENTS = ['182.16.59.138', '52.128.227.34', '182.16.27.106', '52.128.230.42'];
const FIRST_CALL = /^52\.128\.230\.42 - - \[01\/Nov\/2021:10:56:55 \+0900\] "POST \/tw\/tw_contact\.php /;

/** The forgotten mailer, from the opened folder on. */
const MAILER = `${MAIL_LIMIT.site}/${MAIL_LIMIT.mailer}`;

describe('The story of the mails that a host stopped', () => {
  before(async () => {
    // Nothing else is given: the folder that is opened holds the logs and the site as well.
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', inWorkspace(MAIL_LIMIT.mail));
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has the mail, the six logs and the site as soon as the mail is given', async () => {
    const { parts, result } = (await inside()).incidents;
    assert.equal(parts.logs.length, 6);
    assert.equal(parts.site, vscode.workspace.workspaceFolders?.[0]?.uri.toString());
    assert.deepEqual(result?.problems, []);
    const said = await labelsIn('notice');
    assert.ok(said.includes('The mail is from ロリポップ!.'), said.join('\n'));
    assert.ok(said.includes('10,000 mails were sent.'), said.join('\n'));
  });

  it('lists one file: the forgotten mailer, which was called 5,821 times', async () => {
    const { siteTree } = await inside();
    const items = siteTree.getChildren().map((each) => siteTree.getTreeItem(each));
    assert.deepEqual(
      items.map((item) => [labelOf(item), item.description]),
      [['tw_contact.php', '1 finding · 5,821 calls · web/pottery/tw']],
    );
    const known = (await itemsBelow(await listedFile(MAILER))).map(labelOf);
    assert.ok(known.includes('Requests: 5,821 (POST 5,821); clients: 4'), known.join('\n'));
    assert.ok(known.includes('2021-11-01 10:56:55 – 20:43:05 +09:00'), known.join('\n'));
  });

  it('leads to the line of the first call, and to all lines of calls', async () => {
    const file = await listedFile(MAILER);
    const calls = (await itemsBelow(file)).find((each) => labelOf(each).startsWith('Requests: '));
    await vscode.commands.executeCommand(calls!.command!.command, ...calls!.command!.arguments!);
    const log = await activeEditorOf('log-archive');
    assert.match(log.document.lineAt(log.selection.active.line).text, FIRST_CALL);
    await vscode.commands.executeCommand('logSiteAudit.showLinesOfFile', file);
    const lines = (await activeEditorOf('log-lines')).document;
    assert.equal(lines.lineCount, 5_821);
    assert.match(lines.lineAt(0).text, FIRST_CALL);
  });

  it('shows the four clients in one network', async () => {
    await vscode.commands.executeCommand('logSiteAudit.clients.focus');
    const { tree } = (await inside()).clientView;
    const network = await eventually([tree.onDidChangeTreeData], () =>
      tree.getChildren().find((each) => each.kind === 'network' && each.network.asn === 45_753),
    );
    const { label, description } = tree.getTreeItem(network);
    assert.deepEqual([label, description], ['AS45753 Netsec Limited, HK', '5,821 requests · 4 addresses']);
    assert.deepEqual(
      tree.getChildren(network).map((client) => tree.getTreeItem(client).label),
      CLIENTS,
    );
  });

  it('says that nobody had to get in, and leads to the mailer', async () => {
    assert.deepEqual(await labelsIn('causes'), ['A program of the site itself was abused; nobody had to get in.']);
    const { checklistTree } = await inside();
    const [cause] = await inSection('causes');
    const [evidence] = checklistTree.getChildren(cause);
    const { command } = checklistTree.getTreeItem(evidence!);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const editor = await activeEditorOf('file');
    assert.ok(editor.document.uri.path.endsWith(MAILER), editor.document.uri.path);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /mb_send_mail/);
  });

  it('makes rules that shut the four clients out', async () => {
    await runAndAccept('logSiteAudit.makeDenyRules');
    const rules = (await activeEditorOf('untitled', /mod_authz_core/)).document.getText();
    for (const client of CLIENTS) assert.ok(rules.includes(client), client);
  });

  it('knows as much of the mailer when it is out of the copy', async () => {
    await runAndAccept('logSiteAudit.quarantineFiles');
    const { siteTree, quarantine } = await inside();
    const items = siteTree.getChildren().map((each) => siteTree.getTreeItem(each));
    assert.deepEqual(
      items.map((item) => [labelOf(item), item.description]),
      [['tw_contact.php', 'out of the copy · 5,821 calls · web/pottery/tw']],
    );
    assert.deepEqual(await labelsIn('causes'), ['A program of the site itself was abused; nobody had to get in.']);
    const { entries } = await quarantine.list();
    await vscode.commands.executeCommand(
      'logSiteAudit.restoreFromQuarantine',
      entries.map(({ id }) => id),
    );
    assert.match(String(siteTree.getTreeItem(siteTree.getChildren()[0]!).description), /^1 finding · 5,821 calls/);
  });

  it('drafts a reply in which the deletion is open until it is ticked', async () => {
    const { incidents, checklistTree } = await inside();
    await incidents.setDone('delete-files', false);
    await vscode.commands.executeCommand('logSiteAudit.replyToHost');
    const draft = await activeEditorOf('untitled', /tw_contact\.php: 削除予定/);
    assert.match(draft.document.getText(), /^- web\/pottery\/tw\/tw_contact\.php\n.*5,821.*4/m);
    await incidents.setDone('delete-files', true);
    const task = (await listedTasks()).find((each) => each.task.id === 'delete-files');
    assert.equal(checklistTree.getTreeItem(task!).checkboxState, vscode.TreeItemCheckboxState.Checked);
    await vscode.commands.executeCommand('logSiteAudit.replyToHost');
    assert.ok(await activeEditorOf('untitled', /tw_contact\.php: サーバー上から削除しました/));
  });

  it('is saved as a page that can be read without the editor', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'log-site-audit-story-'));
    try {
      const file = vscode.Uri.file(path.join(folder, 'report.html'));
      await vscode.commands.executeCommand('logSiteAudit.saveReport', { form: 'html', mask: false, file });
      const page = await readFile(file.fsPath, 'utf8');
      assert.match(page, /tw_contact\.php/);
      assert.match(page, /5,821/);
      assert.match(page, /AS45753 Netsec Limited, HK/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
