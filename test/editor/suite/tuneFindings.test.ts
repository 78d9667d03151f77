import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from './support/inside';
import { activeEditorOf, diagnosticsOf, lensesOf, openLog } from './support/openLog';

const LIST = 'allowList.addresses';

function userValue(key: string): unknown {
  return vscode.workspace.getConfiguration('logSiteAudit').inspect(key)?.globalValue;
}

async function setUserValue(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('logSiteAudit').update(key, value, vscode.ConfigurationTarget.Global);
}

/** What the light bulb offers at a place. */
async function actionsAt({ uri }: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

/** Runs an action without waiting for the answer to what it asks. */
function run({ command }: vscode.CodeAction | vscode.CodeLens): void {
  assert.ok(command);
  void vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

function titled<Item extends { readonly title: string }>(items: readonly Item[], start: string): Item {
  const found = items.find(({ title }) => title.startsWith(start));
  assert.ok(found, `${start} is not among ${items.map(({ title }) => title).join(', ')}`);
  return found;
}

describe('A finding that is none', () => {
  let document: vscode.TextDocument;
  let flood: vscode.Diagnostic;
  let all: number;

  before(async () => {
    ({ document } = await openLog());
    const diagnostics = await diagnosticsOf(document.uri);
    all = diagnostics.length;
    flood = diagnostics.find(({ message }) => message.startsWith('52.128.230.42 flooded'))!;
    assert.ok(flood);
  });

  after(async () => {
    for (const key of [LIST, 'rules.hot-endpoint.severity']) await setUserValue(key, undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is ignored by a quick fix, and reported again after “Undo”', async () => {
    run(titled(await actionsAt(document, flood.range), 'Not an attack here: ignore 52.128.230.42'));
    const rest = await diagnosticsOf(document.uri, (shown) => shown.length < all);
    assert.ok(!rest.some(({ message }) => message.startsWith('52.128.230.42')));
    assert.deepEqual(userValue(LIST), ['52.128.230.42']);
    const lenses = await lensesOf(document.uri);
    assert.ok(lenses.some(({ command }) => command?.title.startsWith('1,161 requests ignored')));

    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await diagnosticsOf(document.uri, (shown) => shown.length === all);
    assert.equal(userValue(LIST), undefined);
  });

  it('leaves what the user had on the list before', async () => {
    await setUserValue(LIST, ['192.0.2.1']);
    run(titled(await actionsAt(document, flood.range), 'Not an attack here: ignore 52.128.230.42'));
    await diagnosticsOf(document.uri, (shown) => shown.length < all);
    assert.deepEqual(userValue(LIST), ['192.0.2.1', '52.128.230.42']);
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await diagnosticsOf(document.uri, (shown) => shown.length === all);
    assert.deepEqual(userValue(LIST), ['192.0.2.1']);
  });

  it('is of a rule that a quick fix switches off', async () => {
    const hot = vscode.languages
      .getDiagnostics(document.uri)
      .find(({ code }) => typeof code === 'object' && code.value === 'hot-endpoint')!;
    run(titled(await actionsAt(document, hot.range), 'Switch the rule “Hot endpoint” off'));
    await diagnosticsOf(document.uri, (shown) => shown.length === all - 1);
    assert.equal(userValue('rules.hot-endpoint.severity'), 'off');
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await diagnosticsOf(document.uri, (shown) => shown.length === all);
    assert.equal(userValue('rules.hot-endpoint.severity'), undefined);
  });

  it('changes nothing for what is no address, no path and no rule', async () => {
    for (const [name, argument] of [
      ['ignoreAddress', 5],
      ['ignoreAddress', ''],
      ['ignorePath', '/*'],
      ['ignorePath', 'x'],
      ['setRuleSeverity', { rule: 'no-rule', severity: 'off', title: 'x' }],
      ['setRuleSeverity', { rule: 'hot-endpoint', severity: 'loud', title: 'x' }],
      ['setRuleSeverity', null],
    ] as const) {
      await vscode.commands.executeCommand(`logSiteAudit.${name}`, argument);
    }
    assert.equal(userValue('allowList.paths'), undefined);
    assert.equal(userValue('rules.hot-endpoint.severity'), undefined);
    assert.deepEqual(userValue(LIST), ['192.0.2.1']);
  });
});

describe('Why there is a finding', () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await openLog());
    await diagnosticsOf(document.uri);
  });

  after(async () => {
    await setUserValue('rules.flood-address.severity', undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is shown in a document of its own, with what can be done, and kept up to date', async () => {
    const [first] = await diagnosticsOf(document.uri);
    run(titled(await actionsAt(document, first!.range), 'Why this finding?'));
    const editor = await activeEditorOf('log-finding');
    assert.equal(editor.document.languageId, 'log-finding');
    assert.match(editor.document.getText(), /^182\.16\.59\.138 flooded POST \/tw\/tw_contact\.php: 1,710 requests/);
    const lenses = await lensesOf(editor.document.uri);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(titles.includes('Change its settings') && titles.includes('Go to its first line'), titles.join('\n'));

    await setUserValue('rules.flood-address.severity', 'off');
    await eventually([vscode.workspace.onDidChangeTextDocument], () =>
      /no longer there/.test(editor.document.getText()) ? true : undefined,
    );
    assert.deepEqual(await lensesOf(editor.document.uri), []);
    await setUserValue('rules.flood-address.severity', undefined);
  });

  it('is where the code of a diagnostic leads', async () => {
    const [first] = await diagnosticsOf(document.uri, (shown) => shown.length > 1);
    const { code } = first!;
    assert.ok(typeof code === 'object');
    const explanation = await vscode.workspace.openTextDocument(code.target);
    await eventually([vscode.workspace.onDidChangeTextDocument], () =>
      explanation.getText().includes('■ What to do') ? true : undefined,
    );
  });

  it('leads to the rule in the documentation', async () => {
    await vscode.commands.executeCommand('logSiteAudit.showRule', 'flood-address');
    await eventually([vscode.window.tabGroups.onDidChangeTabs], () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('rules.md') ? true : undefined,
    );
  });
});
