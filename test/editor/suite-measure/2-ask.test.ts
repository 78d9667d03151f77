import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverText, openLog } from '../suite/support/openLog';
import { medianAndLongest, milliseconds } from '../measure/figure';
import { note, PATIENCE, timed } from './support/figures';
import { closeAll, largeLog } from './support/largeLog';

const HOVERS = 50;
const REQUESTS = 10;
/** As many as a window shows. */
const VISIBLE_LINES = 50;

/** A request of the editor: the command that makes it, and what it is about beside the document. */
interface Asked {
  readonly name: string;
  readonly command: string;
  readonly argument?: (line: number) => unknown;
}

const visible = (line: number): vscode.Range => new vscode.Range(line, 0, line + VISIBLE_LINES, 0);

const requests: readonly Asked[] = [
  { name: 'folding', command: 'vscode.executeFoldingRangeProvider' },
  { name: 'outline', command: 'vscode.executeDocumentSymbolProvider' },
  { name: 'colours of a screen', command: 'vscode.provideDocumentRangeSemanticTokens', argument: visible },
  { name: 'hints of a screen', command: 'vscode.executeInlayHintProvider', argument: visible },
  { name: 'lenses', command: 'vscode.executeCodeLensProvider' },
];

describe('Measured: a log of 45 MB that is asked', function () {
  this.timeout(PATIENCE);

  let file: vscode.Uri;
  let document: vscode.TextDocument;

  before(async () => {
    file = await largeLog();
    ({ document } = await openLog(file));
    await diagnosticsOf(file);
  });

  after(closeAll);

  /** Some lines spread over the log. */
  function lines(count: number): number[] {
    const last = document.lineCount - VISIBLE_LINES - 2;
    return Array.from({ length: count }, (_, index) => Math.floor((last * index) / count));
  }

  it('answers hovers', async () => {
    const times: number[] = [];
    for (const line of lines(HOVERS)) {
      times.push(await timed(async () => assert.notEqual(await hoverText(file, new vscode.Position(line, 0)), '')));
    }
    note({ name: 'hover', value: medianAndLongest(times) });
  });

  for (const { name, command, argument } of requests) {
    it(`answers ${name}`, async () => {
      const times: number[] = [];
      for (const line of lines(REQUESTS)) {
        const extra = argument === undefined ? [] : [argument(line)];
        times.push(await timed(async () => assert.ok(await vscode.commands.executeCommand(command, file, ...extra))));
      }
      note({ name, value: medianAndLongest(times) });
    });
  }

  it('answers links', async () => {
    // VS Code looks through the whole text for links by itself, which takes far longer than ours: once is enough.
    const time = await timed(() => vscode.commands.executeCommand('vscode.executeLinkProvider', file));
    note({ name: 'links, VS Code’s own in all the text among them', value: milliseconds(time) });
  });
});
