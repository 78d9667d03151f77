import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { zipOf } from '../../support/archives';
import { packedSample, SAMPLE_LOG } from '../../support/packedSamples';
import { DAY, every, logText } from '../../support/traffic';
import { codeOf, diagnosticsOf, openLog } from './support/openLog';

const ROBOT = '192.0.2.66';
/** A flood around midnight: 150 requests on each day. */
const flood = every(6, 300, ROBOT, 'POST /form.php', DAY - 900);
const visits = [0, DAY].flatMap((day) => every(600, 144, '192.0.2.1', 'GET /', day));
const [monday, tuesday] = [0, 1].map((day) =>
  logText([...visits, ...flood].filter(({ at }) => Math.floor(at / DAY) === day)),
);

describe('A folder of logs', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'log-site-audit-folder-'));
    await mkdir(path.join(folder, 'example.jp'));
    await writeFile(path.join(folder, 'example.jp', '20211101.log.gz'), gzipSync(monday!));
    await writeFile(path.join(folder, 'example.jp', '20211102.log'), tuesday!);
    await writeFile(path.join(folder, 'old.zip'), zipOf([{ name: 'copy.log', content: tuesday! }]));
    await writeFile(path.join(folder, 'readme.txt'), 'no log');
    await writeFile(path.join(folder, 'sample.log.xz'), packedSample('xz'));
    await vscode.commands.executeCommand('logSiteAudit.readLogFolder', vscode.Uri.file(folder));
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.clearLogFolders');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  function log(name: string, scheme = 'file'): vscode.Uri {
    return vscode.Uri.file(path.join(folder, name)).with({ scheme });
  }

  it('has its findings among the problems of each log that they concern, though none is open', async () => {
    for (const [uri, text] of [
      [log('example.jp/20211101.log.gz', 'log-archive'), monday],
      [log('example.jp/20211102.log'), tuesday],
    ] as const) {
      const found = (await diagnosticsOf(uri)).find(({ code }) => codeOf(code) === 'flood-address');
      assert.ok(found);
      assert.match(found.message, /300 requests/);
      assert.equal(
        found.range.start.line,
        text!.split('\n').findIndex((line) => line.startsWith(ROBOT)),
      );
      assert.equal(found.relatedInformation?.length, 1);
    }
    const copy = vscode.languages.getDiagnostics(log('old.zip/copy.log', 'log-archive'));
    assert.deepEqual(
      copy.map(({ code }) => codeOf(code)),
      ['duplicate-logs'],
    );
  });

  it('has a list of what was read and what was not', async () => {
    const summary = await vscode.workspace.openTextDocument(vscode.Uri.file(folder).with({ scheme: 'log-folder' }));
    const text = summary.getText();
    assert.match(text, /4 logs were read together: 688 entries/);
    assert.match(text, /copy\.log {2}294 entries .* 294 entries also in example\.jp\/20211102\.log/);
    assert.match(text, /readme\.txt/);
  });

  it('keeps its findings when a log of it is opened and closed, and shows none twice', async () => {
    const uri = log('example.jp/20211102.log');
    const before = vscode.languages.getDiagnostics(uri).length;
    await openLog(uri);
    const shown = await diagnosticsOf(uri, (all) => all.some(({ code }) => typeof code === 'object'));
    const places = shown.map(({ code, range }) => `${codeOf(code)} ${range.start.line}`);
    assert.equal(new Set(places).size, places.length);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await diagnosticsOf(uri, (all) => all.length === before && all.every(({ code }) => typeof code === 'string'));
  });

  it('opens a log of an archive at the line of a finding, read-only', async () => {
    await vscode.commands.executeCommand('logSiteAudit.readLogArchive', log('old.zip'));
    const uri = log('old.zip/copy.log', 'log-archive');
    const found = (await diagnosticsOf(uri)).find(({ code }) => codeOf(code) === 'flood-address');
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(), tuesday);
    assert.ok(found && document.lineAt(found.range.start.line).text.startsWith(ROBOT));
    assert.equal(vscode.workspace.fs.isWritableFileSystem(uri.scheme), false);
  });

  it('shows a log packed by xz as the text that is in it', async () => {
    const { document } = await openLog(log('sample.log.xz'));
    assert.equal(document.uri.scheme, 'log-archive');
    assert.equal(document.getText(), SAMPLE_LOG);
  });

  it('forgets its findings when it is told so', async () => {
    await vscode.commands.executeCommand('logSiteAudit.clearLogFolders');
    await diagnosticsOf(log('example.jp/20211101.log.gz', 'log-archive'), (all) => all.length === 0);
  });
});
