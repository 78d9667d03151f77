import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inside, inWorkspace } from './support/inside';
import { activeEditorOf, codeOf, diagnosticsOf, hoverText, lensesOf, openLog } from './support/openLog';

/** Lines of the log, and the empty one behind its last line feed. */
const LINES = 16_421 + 1;
/** Requests of each address on POST /tw/tw_contact.php, as the site's owner counted them. */
const FLOOD: readonly (readonly [address: string, requests: string])[] = [
  ['182.16.27.106', '1,441'],
  ['182.16.59.138', '1,710'],
  ['52.128.227.34', '1,509'],
  ['52.128.230.42', '1,161'],
];
const ALL_REQUESTS = '5,821';

describe('A packed log', () => {
  let editor: vscode.TextEditor;
  let log: vscode.Uri;

  before(async () => {
    editor = await openLog();
    log = editor.document.uri;
    await diagnosticsOf(log);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens unpacked and read-only in the one tab of the double click', () => {
    assert.equal(log.scheme, 'log-archive');
    assert.equal(editor.document.lineCount, LINES);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(log.scheme), false);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(({ input }) => (input as { uri?: vscode.Uri }).uri?.path === log.path);
    assert.equal(shown.length, 1);
    assert.ok(shown[0]!.input instanceof vscode.TabInputText);
  });

  it('leaves no file behind', async () => {
    const files = await vscode.workspace.fs.readDirectory(inWorkspace('logs'));
    assert.deepEqual(
      files.map(([name]) => name),
      ['20211101.log.gz'],
    );
  });

  it('has one diagnostic for each flooding address, with its requests', async () => {
    const floods = (await diagnosticsOf(log)).filter(({ code }) => codeOf(code) === 'flood-address');
    assert.equal(floods.length, FLOOD.length);
    for (const [address, requests] of FLOOD) {
      const flood = floods.find(({ message }) => message.startsWith(address));
      assert.ok(flood, `nothing is said of ${address}`);
      assert.match(flood.message, new RegExp(`\\b${requests}\\b`));
      assert.equal(flood.severity, vscode.DiagnosticSeverity.Error);
      assert.equal(editor.document.getText(flood.range), address);
    }
  });

  it('has one diagnostic for the abused endpoint, with all requests', async () => {
    const hot = (await diagnosticsOf(log)).filter(({ code }) => codeOf(code) === 'hot-endpoint');
    assert.equal(hot.length, 1);
    assert.match(hot[0]!.message, new RegExp(`POST /tw/tw_contact\\.php.*\\b${ALL_REQUESTS}\\b`));
    assert.equal(editor.document.getText(hot[0]!.range), '/tw/tw_contact.php');
  });

  it('has a lens with its totals above the first line and one above each finding', async () => {
    const lenses = await lensesOf(log);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.match(titles[0]!, /16,421 .*618 .*11 findings/);
    assert.equal(lenses[0]!.range.start.line, 0);
    for (const [address, requests] of FLOOD) {
      assert.ok(
        titles.some((title) => title.includes(address) && title.includes(requests)),
        address,
      );
    }
  });

  it('explains an address in a hover: requests, country, network', async () => {
    for (const [address, requests] of FLOOD) {
      const at = editor.document.positionAt(editor.document.getText().indexOf(address));
      const text = (await hoverText(log, at)).replaceAll('\\', '');
      assert.match(text, new RegExp(`### ${address}`));
      assert.match(text, new RegExp(`\\*\\*${requests}\\*\\*`));
      assert.match(text, /HK|US/);
    }
  });

  it('leads from a request path to the file of the site', async () => {
    const at = editor.document.positionAt(editor.document.getText().indexOf('/tw/tw_contact.php') + 1);
    const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', log, at);
    assert.deepEqual(
      places.map(({ uri }) => uri.toString()),
      [inWorkspace('site/tw/tw_contact.php').toString()],
    );
  });

  it('has an outline of findings and hours', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      log,
    );
    assert.deepEqual(
      symbols.map(({ children }) => children.length),
      [11, 24],
    );
  });

  it('shows only the lines of a finding, each of which knows its place in the log', async () => {
    const lens = (await lensesOf(log)).find(({ command }) =>
      JSON.stringify(command?.arguments ?? '').includes(FLOOD[0]![0]),
    );
    assert.ok(lens?.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const part = await activeEditorOf('log-lines');
    assert.equal(part.document.lineCount, 1441);
    const sixth = part.document.lineAt(5).text;
    assert.ok(sixth.startsWith(FLOOD[0]![0]));

    part.selection = new vscode.Selection(5, 0, 5, 0);
    await vscode.commands.executeCommand('logSiteAudit.revealInLog');
    const whole = await activeEditorOf('log-archive');
    assert.equal(whole.document.lineAt(whole.selection.active.line).text, sixth);
  });

  it('shows only the lines of the address or the endpoint at the cursor', async () => {
    for (const [command, lines] of [
      ['logSiteAudit.showLinesOfAddress', 1161],
      ['logSiteAudit.showLinesOfEndpoint', 5821],
    ] as const) {
      const shown = await vscode.window.showTextDocument(editor.document);
      const at = editor.document.positionAt(editor.document.getText().indexOf(FLOOD[3]![0]));
      shown.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand(command);
      const part = await activeEditorOf('log-lines');
      assert.equal(part.document.lineCount, lines);
      assert.equal((await inside()).partStatus.text, `${lines.toLocaleString('en')} lines of the log`);
    }
  });

  it('opens the file of the site that a lens names', async () => {
    await vscode.commands.executeCommand('logSiteAudit.openSiteFile', '/tw/tw_contact.php');
    const file = await activeEditorOf('file');
    assert.equal(file.document.uri.toString(), inWorkspace('site/tw/tw_contact.php').toString());
  });

  it('brings the cursor to an address that is looked up', async () => {
    const [address] = FLOOD[1]!;
    await vscode.commands.executeCommand('logSiteAudit.lookUpAddress', { log: log.toString(), address });
    const shown = await activeEditorOf('log-archive');
    assert.ok(shown.document.lineAt(shown.selection.active.line).text.startsWith(address));
  });

  it('refuses commands with arguments that no lens gives', async () => {
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    await vscode.commands.executeCommand('logSiteAudit.showLines', { log: 1, filter: 'all' });
    await vscode.commands.executeCommand('logSiteAudit.showMoreFindings', { parent: 'top' });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
  });
});
