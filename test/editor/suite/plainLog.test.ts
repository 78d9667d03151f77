import { strict as assert } from 'node:assert';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { floodLines } from '../measure/floodLines';
import { eventually, inside, inWorkspace, next } from './support/inside';
import { INCIDENT_LOG, diagnosticsOf, floodsAmong, hoverText, lensesOf, openLog } from './support/openLog';

const NEWCOMER = '203.0.113.77';

function accusesNewcomer(all: readonly vscode.Diagnostic[]): boolean {
  return floodsAmong(all).some(({ message }) => message.includes(NEWCOMER));
}

async function incidentLog(): Promise<Buffer> {
  return gunzipSync(await vscode.workspace.fs.readFile(inWorkspace(INCIDENT_LOG)));
}

describe('A log that is not packed', () => {
  const names = ['20211101.log', 'example.jp.access_log_20211101', 'access.log.1', 'downloaded_by_hand'];

  before(async () => {
    const text = await incidentLog();
    for (const name of names) await vscode.workspace.fs.writeFile(inWorkspace(name), text);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of names) await vscode.workspace.fs.delete(inWorkspace(name));
  });

  for (const name of names) {
    it(`is recognised as a log: ${name}`, async () => {
      const { document } = await openLog(inWorkspace(name));
      assert.equal(document.uri.scheme, 'file');
      assert.equal(floodsAmong(await diagnosticsOf(document.uri)).length, 5);
    });
  }

  it('is judged anew when it is edited, and when the edit is undone', async () => {
    const { document } = await openLog(inWorkspace(names[0]!));
    await diagnosticsOf(document.uri);
    const edit = new vscode.WorkspaceEdit();
    const firstFew = new vscode.Range(0, 0, 3000, 0);
    edit.replace(document.uri, new vscode.Range(3000, 0, document.lineCount, 0), '');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.isDirty);
    await diagnosticsOf(document.uri, (all) => floodsAmong(all).length === 0);
    assert.match((await lensesOf(document.uri))[0]!.command!.title, /^3,000 /);
    assert.match(await hoverText(document.uri, firstFew.start), /203\\?\.0/);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await diagnosticsOf(document.uri, (all) => floodsAmong(all).length === 5);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is judged anew when lines are put behind its end, and when that is undone', async () => {
    const { document } = await openLog(inWorkspace(names[2]!));
    await diagnosticsOf(document.uri, (all) => floodsAmong(all).length === 5);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), floodLines(NEWCOMER, 1000));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await diagnosticsOf(document.uri, accusesNewcomer);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await diagnosticsOf(document.uri, (all) => all.length > 0 && !accusesNewcomer(all));
    assert.equal(document.isDirty, false);
  });

  it('is judged anew when it changes on disk', async () => {
    const file = inWorkspace(names[1]!);
    const { document } = await openLog(file);
    await diagnosticsOf(document.uri);
    const lines = (await incidentLog()).toString().split('\n');
    await vscode.workspace.fs.writeFile(file, Buffer.from(lines.slice(0, 1000).join('\n')));
    await diagnosticsOf(document.uri, (all) => floodsAmong(all).length === 0);
    assert.equal(document.isDirty, false);
  });

  it('has no diagnostics left once it is closed', async () => {
    const { document } = await openLog(inWorkspace(names[3]!));
    await diagnosticsOf(document.uri);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await diagnosticsOf(document.uri, (all) => all.length === 0);
  });
});

describe('A packed log that is not as it should be', () => {
  let file: vscode.Uri;
  let files = 0;

  beforeEach(() => {
    file = inWorkspace(`odd-${++files}.log.gz`);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });

  it('is read as plain text when it is not packed at all', async () => {
    await vscode.workspace.fs.writeFile(file, await incidentLog());
    const { document } = await openLog(file);
    assert.equal(floodsAmong(await diagnosticsOf(document.uri)).length, 5);
  });

  it('shows what could be unpacked when it was cut short, and says so', async () => {
    const packed = gzipSync(await incidentLog());
    await vscode.workspace.fs.writeFile(file, packed.subarray(0, packed.length / 2));
    const { document } = await openLog(file);
    const diagnostics = await diagnosticsOf(document.uri, (all) => all.some(({ code }) => code === 'damaged-archive'));
    assert.ok(document.lineCount > 1000);
    assert.ok(diagnostics.length > 1);
  });

  it('is left as it is when it holds no log', async () => {
    await vscode.workspace.fs.writeFile(file, gzipSync('just\nsome\ntext\n'));
    await vscode.commands.executeCommand('vscode.open', file, { preview: false });
    const editor = await eventually([vscode.window.onDidChangeActiveTextEditor], () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path === file.path ? active : undefined;
    });
    assert.equal(editor.document.getText(), 'just\nsome\ntext\n');
    assert.notEqual(editor.document.languageId, 'access-log');
  });

  it('is read again when it is downloaded again', async () => {
    await vscode.workspace.fs.writeFile(file, gzipSync((await incidentLog()).subarray(0, 100_000)));
    const { server } = await inside();
    // VS Code misses what happens to a file while it opens it.
    const wasAnalysed = next(server.onLogAnalysed);
    const { document } = await openLog(file);
    await wasAnalysed;
    assert.equal(floodsAmong(vscode.languages.getDiagnostics(document.uri)).length, 0);
    const { onDidChangeTextDocument, onDidOpenTextDocument } = vscode.workspace;
    const events = [server.onLogAnalysed, onDidChangeTextDocument, onDidOpenTextDocument];
    // The editor may open the document anew instead of changing it.
    const isWhole = ({ uri, lineCount }: vscode.TextDocument): boolean =>
      uri.toString() === document.uri.toString() && lineCount > 16_000;
    const analysed = eventually(events, () => vscode.workspace.textDocuments.some(isWhole) || undefined);
    await vscode.workspace.fs.writeFile(file, gzipSync(await incidentLog()));
    await analysed;
    await diagnosticsOf(document.uri, (all) => floodsAmong(all).length === 5);
  });
});
