import { strict as assert } from 'node:assert';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { inside, inWorkspace } from './support/inside';
import { diagnosticsOf, INCIDENT_LOG, openLog } from './support/openLog';

const MEGABYTE = 1024 * 1024;
/** So many days like that of the incident make a log that VS Code hands to no extension. */
const DAYS = 15;

describe('A packed log that is larger than a document may be', () => {
  const name = 'huge.log.gz';

  before(async () => {
    const day = gunzipSync(await vscode.workspace.fs.readFile(inWorkspace(INCIDENT_LOG)));
    const days = Buffer.concat(Array.from({ length: DAYS }, () => day));
    assert.ok(days.length > 50 * MEGABYTE);
    await vscode.workspace.fs.writeFile(inWorkspace(name), gzipSync(days, { level: 1 }));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inWorkspace(name));
  });

  it('shows its first part and says so, with the findings of all of it', async () => {
    const { document } = await openLog(inWorkspace(name));
    const length = document.getText().length;
    assert.ok(length > 49 * MEGABYTE && length <= 50 * MEGABYTE, String(length));
    assert.equal((await inside()).partStatus.text, 'First 50 MB of the log');
    const diagnostics = await diagnosticsOf(document.uri);
    assert.ok(diagnostics.some(({ message }) => message.includes((DAYS * 5821).toLocaleString('en'))));
  });
});
