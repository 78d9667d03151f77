import { strict as assert } from 'node:assert';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { eventually, inside, inWorkspace, next } from './support/inside';
import { diagnosticsOf, INCIDENT_LOG, openLog } from './support/openLog';

/** Says in the status bar that the log is too large, with the way to the viewer. */
const TOO_LARGE = 'Log over 50 MB: open it in Log Audit';
const MEGABYTE = 1024 * 1024;
/** So many days like that of the incident make a log that VS Code hands to no extension. */
const DAYS = 15;

async function manyDays(): Promise<Buffer> {
  const day = gunzipSync(await vscode.workspace.fs.readFile(inWorkspace(INCIDENT_LOG)));
  return Buffer.concat(Array.from({ length: DAYS }, () => day));
}

describe('A log that is larger than a document may be', () => {
  const name = 'huge.log';

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inWorkspace(name));
  });

  it('says so in the status bar as long as it is shown, which leads to the viewer', async () => {
    const { hugeLogs, partStatus, logViews } = await inside();
    await vscode.workspace.fs.writeFile(inWorkspace(name), await manyDays());
    await vscode.commands.executeCommand('vscode.open', inWorkspace(name));
    await eventually([hugeLogs.onDidChange], () => partStatus.text === TOO_LARGE || undefined);
    const opened = next(logViews.onDidOpen);
    await vscode.commands.executeCommand('logSiteAudit.openInLogView');
    assert.equal((await opened).log.toString(), inWorkspace(name).toString());
    await eventually([hugeLogs.onDidChange], () => partStatus.text === undefined || undefined);
  });
});

describe('A packed log that is larger than a document may be', () => {
  const name = 'huge.log.gz';

  before(async () => {
    const days = await manyDays();
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
    const { hugeLogs, partStatus } = await inside();
    await eventually([hugeLogs.onDidChange], () => partStatus.text === 'First 50 MB of the log' || undefined);
    const diagnostics = await diagnosticsOf(document.uri);
    assert.ok(diagnostics.some(({ message }) => message.includes((DAYS * 5821).toLocaleString('en'))));
  });
});
