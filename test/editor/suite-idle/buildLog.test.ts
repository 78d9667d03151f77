import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inside, inWorkspace } from '../suite/support/inside';

const file = (): vscode.Uri => inWorkspace('build.log');

// Alone in its window: other tests open logs, which need the server.
describe('The log of another program', () => {
  before(async () => {
    const lines = [
      '> build',
      'GET "/" took 3 ms',
      '192.0.2.1 - - [01/Nov/2021:00:00:31 +0900] "GET / HTTP/1.1" 200 12',
      'ok',
    ];
    await vscode.workspace.fs.writeFile(file(), Buffer.from(lines.join('\n')));
  });

  after(() => vscode.workspace.fs.delete(file()));

  it('stays what it was, and starts no server', async () => {
    const { server } = await inside();
    const editor = await vscode.window.showTextDocument(file());
    assert.equal(editor.document.languageId, 'log');
    assert.equal(server.isNeeded, false);
  });
});
