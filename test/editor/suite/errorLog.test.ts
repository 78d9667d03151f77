import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inWorkspace } from './support/inside';
import { hoverText, openLog } from './support/openLog';

const APACHE = [
  '[Mon Nov 01 10:56:55.123456 2021] [mpm_event:notice] [pid 812:tid 140] AH00489: Apache configured -- resuming',
  '[Mon Nov 01 10:57:01.000001 2021] [core:error] [pid 813:tid 141] [client 192.0.2.7:50412] AH00128: File does not exist: /home/example/www/old.php',
  '[Mon Nov 01 10:57:02.000001 2021] [core:error] [pid 813:tid 141] [client 192.0.2.7:50413] AH00128: File does not exist: /home/example/www/shell.php',
];
const PHP = [
  '[01-Nov-2021 10:56:55 Asia/Tokyo] PHP Fatal error:  Uncaught Error: broken in /home/example/www/index.php:3',
  'Stack trace:',
  '#0 {main}',
  '  thrown in /home/example/www/index.php on line 3',
];

describe('An error log', () => {
  const logs: Readonly<Record<string, readonly string[]>> = {
    error_log: APACHE,
    downloaded_error_log_by_hand: APACHE,
    'trouble.log': PHP,
  };

  before(async () => {
    for (const [name, lines] of Object.entries(logs)) {
      await vscode.workspace.fs.writeFile(inWorkspace(name), Buffer.from(`${lines.join('\n')}\n`));
    }
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of Object.keys(logs)) await vscode.workspace.fs.delete(inWorkspace(name));
  });

  for (const name of Object.keys(logs)) {
    it(`is recognised as one: ${name}`, async () => {
      const { document } = await openLog(inWorkspace(name), 'error-log');
      assert.equal(document.uri.scheme, 'file');
    });
  }

  it('tells about the client of a line', async () => {
    const file = inWorkspace('error_log');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await openLog(file, 'error-log');
    const column = APACHE[1]!.indexOf('192.0.2.7');
    assert.match(await hoverText(document.uri, new vscode.Position(1, column + 2)), /192\\?\.0\\?\.2\\?\.7/);
  });

  it('tells nothing of a client where a line has none', async () => {
    const { document } = await openLog(inWorkspace('error_log'), 'error-log');
    assert.doesNotMatch(await hoverText(document.uri, new vscode.Position(0, 80)), /192/);
  });
});
