import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { IncidentElement } from '../../../client/src/views/incidentElements';
import { eventually, inside, inWorkspace } from './support/inside';
import { activeEditorOf } from './support/openLog';

async function children(parent?: IncidentElement): Promise<IncidentElement[]> {
  return (await inside()).incidentTree.getChildren(parent);
}

async function itemOf(element: IncidentElement | undefined): Promise<vscode.TreeItem> {
  assert.ok(element);
  return (await inside()).incidentTree.getTreeItem(element);
}

/** The labels of what is in a section. */
async function labels(section: string): Promise<unknown[]> {
  const found = (await children()).find((element) => element.kind === 'section' && element.id === section);
  return Promise.all((await children(found)).map(async (element) => (await itemOf(element)).label));
}

async function fileElement(name: string): Promise<IncidentElement> {
  const files = (await children()).find((element) => element.kind === 'section' && element.id === 'files');
  const file = (await children(files)).find((element) => element.kind === 'file' && element.file.file.endsWith(name));
  assert.ok(file, name);
  return file;
}

describe('The incident', () => {
  before(async () => {
    const mail = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'mail-from-host.txt');
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', mail);
    const { incidents } = await inside();
    assert.ok(incidents.result);
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says what the host wrote', async () => {
    const said = await labels('notice');
    assert.ok(said.includes('10,000 mails were sent.'), said.join('\n'));
    assert.ok(said.includes('Quote these when you reply: 20211101-004821, web0000, la00000000'), said.join('\n'));
  });

  it('names the abused file first, with who called it, and leads to the lines', async () => {
    const [first] = await labels('files');
    assert.match(String(first), /tw_contact\.php$/);
    const facts = await children(await fileElement('tw_contact.php'));
    const calls = facts.find((fact) => fact.kind === 'fact' && fact.fact.text.startsWith('Requests: 5,823'));
    const { command } = await itemOf(calls);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const log = await activeEditorOf('log-archive');
    assert.match(log.document.lineAt(log.selection.active.line).text, /tw_contact\.php/);
  });

  it('tells how it could happen, the likeliest first', async () => {
    assert.equal((await labels('causes'))[0], 'A program of the site itself was abused; nobody had to get in.');
  });

  it('keeps what is ticked, and says in the reply what is open', async () => {
    const { incidents, incidentTree } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.replyToHost');
    const draft = await activeEditorOf('untitled');
    assert.match(draft.document.getText(), /20211101-004821/);
    assert.match(draft.document.getText(), /tw_contact\.php: 削除予定/);
    const tasks = (await children()).find((element) => element.kind === 'section' && element.id === 'tasks');
    const [task] = await children(tasks);
    assert.ok(task?.kind === 'task');
    assert.equal((await itemOf(task)).checkboxState, vscode.TreeItemCheckboxState.Unchecked);
    assert.equal(incidents.isDone(task.task.id), false);
    assert.match(String(incidentTree.getTreeItem(tasks!).description), /^0 of \d+ done$/);
  });

  it('offers the list that a host left among the files, and takes it', async () => {
    const { incidents, incidentView } = await inside();
    const list = inWorkspace('site/20211101_lolipop.txt');
    await vscode.workspace.fs.writeFile(list, Buffer.from('/home/users/0/x/web/images/works/l.php\n'));
    try {
      await vscode.commands.executeCommand('logSiteAudit.buildIncident');
      await eventually(
        [incidentView.onDidChangeMessage],
        () => /20211101_lolipop\.txt/.exec(incidentView.message ?? '') ?? undefined,
      );
      await vscode.commands.executeCommand('logSiteAudit.importFoundList');
      assert.match(incidents.parts.list ?? '', /l\.php/);
      await eventually([incidentView.onDidChangeMessage], () => (incidentView.message ? undefined : true));
      const shell = await fileElement('l.php');
      assert.ok(shell.kind === 'file' && shell.file.path.startsWith('/home/users/0/'));
    } finally {
      await vscode.workspace.fs.delete(list);
    }
  });

  it('is gone when it is forgotten, and no file with it', async () => {
    const { incidentTree } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await eventually([incidentTree.onDidChangeTreeData], () => incidentTree.getChildren().length === 0 || undefined);
    assert.ok(
      await vscode.workspace.fs.stat(
        vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'mail-from-host.txt'),
      ),
    );
  });
});
