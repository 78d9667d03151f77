import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { floodedWeek } from '../../../scripts/traffic/floodedWeek';
import { inWorkspace } from '../suite/support/inside';
import { codeOf, diagnosticsOf, hoverText, openLog } from '../suite/support/openLog';

const MEGABYTE = 1024 * 1024;
/** About 45 MB: close below the 50 MB from which on VS Code shows extensions nothing of a document. */
const LINES = 180_000;
const HOVERS = 50;

/** In the folder that is open only while the tests run. */
const file = (): vscode.Uri => inWorkspace('large.log');

/** Measures and says so in the names of the tests; nothing depends on the speed of the machine. */
describe('A log of 45 MB', () => {
  before(async () => {
    const text = [...floodedWeek({ seed: 1, lines: LINES, format: 'combined' })].join('');
    await vscode.workspace.fs.writeFile(file(), Buffer.from(text));
    const settings = vscode.workspace.getConfiguration('workbench');
    await settings.update('editorLargeFileConfirmation', 1024, vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file());
  });

  it('shows its findings', async function () {
    const shown = new Promise<number>((resolve) => {
      const listener = vscode.workspace.onDidOpenTextDocument((document) => {
        if (document.uri.path !== file().path) return;
        listener.dispose();
        resolve(performance.now());
      });
    });
    const { document } = await openLog(file());
    const diagnostics = await diagnosticsOf(document.uri);
    const wait = performance.now() - (await shown);
    assert.ok(diagnostics.some(({ code }) => codeOf(code) === 'flood-address'));
    const size = (document.getText().length / MEGABYTE).toFixed(1);
    this.test!.title += ` (${size} MB, ${wait.toFixed(0)} ms after its text)`;
  });

  it('answers hovers', async function () {
    const { document } = await openLog(file());
    const times: number[] = [];
    for (let hover = 0; hover < HOVERS; hover++) {
      const line = Math.floor((document.lineCount - 2) * (hover / HOVERS));
      const start = performance.now();
      const text = await hoverText(document.uri, new vscode.Position(line, 0));
      times.push(performance.now() - start);
      assert.notEqual(text, '');
    }
    const sorted = times.toSorted((a, b) => a - b);
    const median = sorted[HOVERS >> 1]!.toFixed(1);
    this.test!.title += ` (median ${median} ms, longest ${sorted.at(-1)!.toFixed(1)} ms)`;
  });
});
