import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inSection, listedFile } from './support/incidentTrees';
import { eventually, inside, inWorkspace } from './support/inside';
import { diagnosticsOf, floodsAmong } from './support/openLog';

describe('The sample incident', () => {
  before(async () => {
    await vscode.commands.executeCommand('logSiteAudit.clients.focus');
    await vscode.commands.executeCommand('logSiteAudit.trySampleIncident');
  });

  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens its log and audits a copy of its site, outside the opened folder', async () => {
    const log = vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'log-archive');
    assert.ok(log);
    assert.equal(vscode.workspace.getWorkspaceFolder(log.document.uri.with({ scheme: 'file' })), undefined);
    assert.equal(floodsAmong(await diagnosticsOf(log.document.uri)).length, 5);
  });

  it('fills all four trees', async () => {
    const { clientView, logListView } = await inside();
    assert.ok((await inSection('asked')).length > 0);
    assert.ok((await inSection('notice')).length > 0);
    assert.equal((await listedFile('tw/tw_contact.php')).file.requests, 5823);
    assert.ok(await listedFile('images/works/l.php'));
    const { tree: logs } = logListView;
    const listed = logs.getChildren().flatMap((each) => [each, ...logs.getChildren(each)]);
    const log = listed.find((each) => each.kind === 'log' && each.log.uri.includes('/sample/'));
    assert.ok(log?.kind === 'log' && log.log.entries === 16_421);
    const { tree: clients } = clientView;
    await eventually([clients.onDidChangeTreeData], () =>
      clients.getChildren().find((each) => each.kind === 'network' && each.network.asn === 45_753),
    );
  });

  it('says in the status bar how much is urgent', async () => {
    const { auditStatus, incidents, logListView } = await inside();
    // The editor may not have let go yet of logs that were open before: what was found in them is listed and counted, too.
    const urgent = logListView.badge!.value;
    assert.ok(urgent >= incidents.result!.logFindings.error);
    assert.equal(auditStatus.text, `${urgent} urgent findings in the logs · 2 files to act on`);
  });

  it('leaves the user’s own incident alone, whose parts are there again when it is forgotten', async () => {
    const { incidents } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', inWorkspace('mail-from-host.txt'));
    const { site } = incidents.parts;
    await vscode.commands.executeCommand('logSiteAudit.trySampleIncident');
    assert.notEqual(incidents.parts.site, site);
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    assert.equal(incidents.parts.site, site);
    assert.match(incidents.parts.notice ?? '', /20211101-004821/);
  });
});
