import { strict as assert } from 'node:assert';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf, openLog } from '../suite/support/openLog';
import { medianAndLongest, milliseconds } from '../measure/figure';
import { note, PATIENCE, timed } from './support/figures';
import { closeAll, largeLog, textShown } from './support/largeLog';

const NANOSECONDS_A_MILLISECOND = 1e6;
const MEBIBYTE = 1024 * 1024;
/** Between two key strokes of a fast typist, in ms. */
const KEY_PAUSE = 100;

describe('Measured: a log of 45 MB that is opened', function () {
  this.timeout(PATIENCE);

  let file: vscode.Uri;

  beforeEach(async () => {
    file = await largeLog();
  });

  afterEach(closeAll);

  it('shows its findings', async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const shown = textShown(file).then(() => {
      delay.enable();
      return performance.now();
    });
    const { document } = await openLog(file);
    await diagnosticsOf(document.uri, (all) => all.some(isFlood));
    const wait = performance.now() - (await shown);
    delay.disable();
    note({ name: 'findings after the text', value: milliseconds(wait) });
    const percentile = milliseconds(delay.percentile(99) / NANOSECONDS_A_MILLISECOND);
    const longest = milliseconds(delay.max / NANOSECONDS_A_MILLISECOND);
    note({ name: 'event loop of the extensions meanwhile, 99 % (longest)', value: `${percentile} (${longest})` });
    const { heapUsed, rss } = process.memoryUsage();
    const heap = (heapUsed / MEBIBYTE).toFixed(0);
    note({ name: 'extensions’ process, heap (all)', value: `${heap} MiB (${(rss / MEBIBYTE).toFixed(0)} MiB)` });
  });

  it('leaves who types elsewhere alone', async () => {
    const other = await vscode.workspace.openTextDocument({ content: '' });
    await vscode.window.showTextDocument(other);
    const quiet: number[] = [];
    for (let key = 0; key < 20; key++) quiet.push(await typed());
    note({ name: 'key stroke in another file before', value: medianAndLongest(quiet) });

    const shown = textShown(file);
    const opened = vscode.workspace.openTextDocument(file);
    await shown;
    const { uri } = await opened;
    const meanwhile: number[] = [];
    const isJudged = (): boolean => vscode.languages.getDiagnostics(uri).length > 0;
    while (!isJudged()) meanwhile.push(await typed());
    assert.equal(other.getText().length, quiet.length + meanwhile.length);
    note({ name: 'key stroke in another file while it is read', value: medianAndLongest(meanwhile) });
  });
});

function isFlood({ code }: vscode.Diagnostic): boolean {
  return codeOf(code) === 'flood-address';
}

/** Types a character, and pauses as a typist does. How long VS Code took to have it in the text, in ms. */
async function typed(): Promise<number> {
  const time = await timed(() => vscode.commands.executeCommand('type', { text: 'x' }));
  await new Promise((resolve) => setTimeout(resolve, KEY_PAUSE));
  return time;
}
