import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { LogElement } from '../../../client/src/views/logElements';
import { eventually, inside, inWorkspace } from './support/inside';
import { labelOf } from './support/incidentTrees';
import { activeEditorOf, INCIDENT_LOG, openLog } from './support/openLog';

/** The element of a log by the end of its URI, waited for. */
async function listed(end: string): Promise<Extract<LogElement, { kind: 'log' }>> {
  const { tree } = (await inside()).logListView;
  return eventually([tree.onDidChangeTreeData], () => {
    const elements = tree.getChildren().flatMap((each) => [each, ...tree.getChildren(each)]);
    return elements.find((each) => each.kind === 'log' && each.log.uri.endsWith(end)) as never;
  });
}

describe('The view of logs', () => {
  after(async () => {
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('logSiteAudit.clearLogFolders');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('has a log that is open, with what was found in it', async () => {
    const { tree } = (await inside()).logListView;
    await openLog();
    const element = await listed(INCIDENT_LOG);
    const item = tree.getTreeItem(element);
    assert.equal(labelOf(item), '20211101.log.gz');
    assert.match(String(item.description), /^\d+ findings · 16,421 entries · 2021-11-01 \d\d:\d\d–\d\d:\d\d$/);
    assert.match(item.accessibilityInformation?.label ?? '', /^20211101\.log\.gz · logs · Act now · /);
    const { tooltip } = tree.resolveTreeItem(item, element);
    assert.match((tooltip as vscode.MarkdownString).value.replaceAll('\\', ''), /Path: logs\/20211101\.log\.gz/);
  });

  it('has the logs of a folder that were read together, and opens them', async () => {
    await vscode.commands.executeCommand('logSiteAudit.readLogFolder', inWorkspace('logs'));
    const { tree } = (await inside()).logListView;
    const { command } = tree.getTreeItem(await listed(INCIDENT_LOG));
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const editor = await activeEditorOf('log-archive');
    assert.ok(editor.document.uri.path.endsWith(INCIDENT_LOG));
  });

  it('has the logs of the incident, says how much is urgent, and shows one in the viewer to filter it', async () => {
    const { logViews, logListView } = await inside();
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', inWorkspace('mail-from-host.txt'));
    const element = await listed(INCIDENT_LOG);
    const { tree } = logListView;
    const logs = tree.getChildren().flatMap((each) => [each, ...tree.getChildren(each)]);
    const errors = logs.map((each) => (each.kind === 'log' ? each.log.findings.error : 0));
    assert.equal(
      logListView.badge?.value,
      errors.reduce((sum, count) => sum + count),
    );
    const opened = new Promise((resolve) => logViews.onDidOpen(resolve));
    await vscode.commands.executeCommand('logSiteAudit.filterLog', element);
    await opened;
    assert.equal(logViews.active?.log.toString(), vscode.Uri.parse(element.log.uri, true).toString());
  });

  it('takes no other value for a log', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const value of [undefined, 'x', { kind: 'log' }, { kind: 'log', log: { uri: 7 } }]) {
      await vscode.commands.executeCommand('logSiteAudit.filterLog', value);
    }
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });
});
