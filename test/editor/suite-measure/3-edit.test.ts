import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openLog } from '../suite/support/openLog';
import { milliseconds, medianAndLongest } from '../measure/figure';
import { floodLines } from '../measure/floodLines';
import { note, PATIENCE, timed } from './support/figures';
import { closeAll, floodOf, largeLog } from './support/largeLog';

const APPENDED_LINES = 1000;
const TIMES = 5;
/** Each time another client floods. */
const client = (time: number): string => `203.0.113.${time}`;

describe('Measured: a log of 45 MB that is edited', function () {
  this.timeout(PATIENCE);

  let file: vscode.Uri;
  let editor: vscode.TextEditor;

  before(async () => {
    file = await largeLog();
    editor = await openLog(file);
    await diagnosticsOf(file);
  });

  after(closeAll);

  async function insert(line: number, flooding: string): Promise<void> {
    const text = floodLines(flooding, APPENDED_LINES);
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), text)));
    await floodOf(file, flooding, true);
  }

  async function undo(flooding: string): Promise<void> {
    await vscode.commands.executeCommand('undo');
    await floodOf(file, flooding, false);
  }

  it('judges lines at its end', async () => {
    const insertions: number[] = [];
    const undoings: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      insertions.push(await timed(() => insert(editor.document.lineCount, client(time))));
      undoings.push(await timed(() => undo(client(time))));
    }
    note({ name: 'findings after 1,000 lines were added', value: medianAndLongest(insertions) });
    note({ name: 'findings after that was undone', value: medianAndLongest(undoings) });
  });

  it('judges lines in its middle', async () => {
    const time = await timed(() => insert(editor.document.lineCount >> 1, client(TIMES)));
    note({ name: 'findings after 1,000 lines were put into its middle', value: milliseconds(time) });
  });
});
