import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ClientElement } from '../../../client/src/views/clientElements';
import { activeEditorOf, openLog } from './support/openLog';
import { eventually, inside } from './support/inside';

/** The elements below one, or at the top, waited for until there are any. */
async function elements(parent?: ClientElement): Promise<ClientElement[]> {
  const { tree } = (await inside()).clientView;
  return eventually([tree.onDidChangeTreeData], () => {
    const children = tree.getChildren(parent);
    return children.length > 0 ? children : undefined;
  });
}

async function itemOf(element: ClientElement | undefined): Promise<vscode.TreeItem> {
  assert.ok(element);
  return (await inside()).clientView.tree.getTreeItem(element);
}

/** The network of the flooding addresses. */
async function floodersNetwork(): Promise<ClientElement> {
  const networks = await elements();
  const flooders = networks.find((each) => each.kind === 'network' && each.network.asn === 45_753);
  assert.ok(flooders, 'the network of the flooding addresses');
  return flooders;
}

describe('The view of clients', () => {
  before(async () => {
    await vscode.commands.executeCommand('logSiteAudit.clients.focus');
    await openLog();
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has the flooding addresses in their network, offline', async () => {
    const network = await floodersNetwork();
    const { label, description } = await itemOf(network);
    assert.equal(label, 'AS45753 Netsec Limited, HK');
    assert.match(String(description), /^[\d,]+ requests · 4 addresses$/);
    const items = await Promise.all((await elements(network)).map(itemOf));
    assert.deepEqual(
      items.map((item) => item.label),
      ['182.16.59.138', '52.128.227.34', '182.16.27.106', '52.128.230.42'],
    );
    assert.match(String(items[0]?.description), /^1,710 requests · \d findings$/);
  });

  it('leads to the lines of an address, and to the findings that it is in', async () => {
    const network = await floodersNetwork();
    const [client] = await elements(network);
    const { command } = await itemOf(client);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    const lines = await activeEditorOf('log-lines');
    assert.equal(lines.document.lineCount, 1710);

    const finding = (await elements(client)).find(({ kind }) => kind === 'finding');
    const open = (await itemOf(finding)).command!;
    await vscode.commands.executeCommand(open.command, ...open.arguments!);
    const log = await activeEditorOf('log-archive');
    assert.equal(log.selection.active.line, open.arguments![0].line);
  });

  it('copies an address, and all addresses of a network', async () => {
    const network = await floodersNetwork();
    const [client] = await elements(network);
    await vscode.commands.executeCommand('logSiteAudit.copyAddress', client);
    assert.equal(await vscode.env.clipboard.readText(), '182.16.59.138');
    await vscode.commands.executeCommand('logSiteAudit.copyAddress', network);
    assert.equal((await vscode.env.clipboard.readText()).split('\n').length, 4);
  });

  it('tells what is known of an address and whose data that is', async () => {
    const { tree } = (await inside()).clientView;
    const network = await floodersNetwork();
    const [client] = await elements(network);
    const { tooltip } = tree.resolveTreeItem(await itemOf(client), client!);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /Hong Kong.*CC BY 4\\\.0/s);
  });
});
