import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { markdownText } from '../../../client/src/plainText';
import { inSection, itemsBelow, labelOf, labelsIn, listedFile, listedTasks } from './support/incidentTrees';
import { shownGuide } from './support/shownGuide';
import { eventually, inside, inWorkspace } from './support/inside';
import { activeEditorOf } from './support/openLog';

describe('The incident', () => {
  before(async () => {
    const mail = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'mail-from-host.txt');
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', mail);
    const { incidents } = await inside();
    assert.ok(incidents.result);
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says what the host wrote', async () => {
    const said = await labelsIn('notice');
    assert.ok(said.includes('10,000 mails were sent.'), said.join('\n'));
    assert.ok(said.includes('Quote these when you reply: 20211101-004821, web0000, la00000000'), said.join('\n'));
  });

  it('names the abused file first, with what was found in it and who called it, and leads to the lines', async () => {
    const { siteTree } = await inside();
    const [first] = siteTree.getChildren();
    assert.match(labelOf(siteTree.getTreeItem(first!)), /tw_contact\.php$/);
    const file = await listedFile('tw_contact.php');
    const item = siteTree.getTreeItem(file);
    assert.match(String(item.description), / · 5,823 calls · \S*tw$/);
    assert.equal(item.contextValue, 'group one-file present called');
    const below = await itemsBelow(file);
    assert.ok(below.map(labelOf).includes('tw_contact.php can send mail, but nothing on the site leads to it'));
    const calls = below.find((each) => labelOf(each).startsWith('Requests: 5,823'));
    await vscode.commands.executeCommand(calls!.command!.command, ...calls!.command!.arguments!);
    const log = await activeEditorOf('log-archive');
    assert.match(log.document.lineAt(log.selection.active.line).text, /tw_contact\.php/);
  });

  it('has what the audit of the copy found among the problems of the editor', async () => {
    const { siteTree } = await inside();
    const { uri } = (await listedFile('tw_contact.php')).file;
    assert.ok(vscode.languages.getDiagnostics(vscode.Uri.parse(uri!, true)).length > 0);
    assert.ok(siteTree.findings.length > 0);
  });

  it('tells how it could happen, the likeliest first', async () => {
    assert.equal((await labelsIn('causes'))[0], 'A program of the site itself was abused; nobody had to get in.');
  });

  it('tells what happened when, and leads to the lines', async () => {
    const { checklistTree } = await inside();
    const events = (await inSection('events')).filter((each) => each.kind === 'event');
    const first = events.find(({ event }) => event.kind === 'first-call');
    assert.ok(first, events.map(({ event }) => event.text).join('\n'));
    const { command, accessibilityInformation, ...item } = checklistTree.getTreeItem(first);
    assert.match(labelOf(item), /^2021-11-01 /);
    assert.match(accessibilityInformation?.label ?? '', /^2021-11-01 .* · /);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const log = await activeEditorOf('log-archive');
    assert.equal(log.selection.active.line, first.event.line);
  });

  it('keeps what is ticked, and says in the reply what is open', async () => {
    const { incidents, checklistTree } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.replyToHost');
    const draft = await activeEditorOf('untitled');
    assert.match(draft.document.getText(), /20211101-004821/);
    assert.match(draft.document.getText(), /tw_contact\.php: 削除予定/);
    const [task, second] = await inSection('asked');
    assert.ok(task?.kind === 'task');
    assert.equal(checklistTree.getTreeItem(task).checkboxState, vscode.TreeItemCheckboxState.Unchecked);
    assert.equal(incidents.isDone(task.task.id), false);
    const done = (): unknown => checklistTree.getTreeItem(checklistTree.getChildren()[0]!).description;
    assert.match(String(done()), /^0 of \d+ done$/);
    await vscode.commands.executeCommand('logSiteAudit.markTaskDone', task);
    assert.match(String(done()), /^1 of \d+ done$/);
    assert.equal(checklistTree.getTreeItem(task).contextValue, `task ${task.task.id} ticked`);
    await vscode.commands.executeCommand('logSiteAudit.markTaskDone', task, [task, second]);
    assert.match(String(done()), /^2 of \d+ done$/);
    await vscode.commands.executeCommand('logSiteAudit.markTaskOpen', task, [task, second]);
    await vscode.commands.executeCommand('logSiteAudit.markTaskDone', { kind: 'task', task: { id: 'no such task' } });
    assert.match(String(done()), /^0 of \d+ done$/);
  });

  it('has what the host asks for first, and what else is wise below', async () => {
    const { checklistTree } = await inside();
    const items = checklistTree.getChildren().map((each) => checklistTree.getTreeItem(each));
    assert.deepEqual(items.slice(0, 2).map(labelOf), ['The host asks for this', 'Also wise']);
  });

  it('opens at a task, and at the row below it, the whole of how it is done and what was seen', async () => {
    const { checklistTree } = await inside();
    const task = (await listedTasks()).find((each) => each.task.id === 'delete-files');
    const { command } = checklistTree.getTreeItem(task!);
    const row = checklistTree.getChildren(task).find(({ kind }) => kind === 'guide');
    assert.deepEqual(checklistTree.getTreeItem(row!).command, command);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const guide = await shownGuide('How to do this');
    for (const paragraph of task!.task.help) assert.ok(guide.includes(markdownText(paragraph)), guide);
    assert.match(guide, /tw\\_contact\\\.php/);
    assert.match(guide, /Do it now\\: Move Suspicious Files to Quarantine/);
  });

  it('leads from a task to the command that does it', async () => {
    const { checklistTree } = await inside();
    const reply = (await listedTasks()).find((each) => each.task.id === 'reply');
    const row = checklistTree.getTreeItem(checklistTree.getChildren(reply).find(({ kind }) => kind === 'do')!);
    assert.equal(labelOf(row), 'Do it now: Draft the Reply to the Host');
    await vscode.commands.executeCommand(row.command!.command);
    assert.match((await activeEditorOf('untitled')).document.getText(), /20211101-004821/);
  });

  it('offers the list that a host left among the files, and takes it', async () => {
    const { incidents, checklistView } = await inside();
    const list = inWorkspace('site/20211101_lolipop.txt');
    await vscode.workspace.fs.writeFile(list, Buffer.from('/home/users/0/x/web/images/works/l.php\n'));
    try {
      await vscode.commands.executeCommand('logSiteAudit.buildIncident');
      await eventually(
        [checklistView.onDidChangeMessage],
        () => /20211101_lolipop\.txt/.exec(checklistView.message ?? '') ?? undefined,
      );
      await vscode.commands.executeCommand('logSiteAudit.importFoundList');
      assert.match(incidents.parts.list ?? '', /l\.php/);
      await eventually([checklistView.onDidChangeMessage], () => (checklistView.message ? undefined : true));
      const shell = await listedFile('/l.php');
      assert.ok(shell.file.path.startsWith('/home/users/0/'), shell.file.path);
      assert.ok(shell.file.isNamed);
    } finally {
      await vscode.workspace.fs.delete(list);
    }
  });

  it('is gone when it is forgotten, and no file with it', async () => {
    const { checklistTree } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await eventually([checklistTree.onDidChangeTreeData], () => checklistTree.getChildren().length === 0 || undefined);
    assert.ok(
      await vscode.workspace.fs.stat(
        vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'mail-from-host.txt'),
      ),
    );
  });
});
