import * as vscode from 'vscode';
import type { LogMarks, Severity } from '../../../server/src/protocol';
import type { LazyServer } from '../lazyServer';
import { isLogLanguage } from '../names';

const COLOURS: Readonly<Record<Severity, string>> = {
  error: 'logSiteAudit.errorMark',
  warning: 'logSiteAudit.warningMark',
  information: 'logSiteAudit.informationMark',
  hint: 'logSiteAudit.hintMark',
};

/** Marks the lines of findings in logs, at their start and beside the scroll bar. */
export class LogMarkPainter implements vscode.Disposable {
  readonly #server: LazyServer;
  readonly #marks = new Map<string, Promise<LogMarks>>();
  readonly #decorations = Object.entries(COLOURS).map(([severity, colour]) => ({
    severity: severity as Severity,
    type: vscode.window.createTextEditorDecorationType(lineMark(new vscode.ThemeColor(colour))),
  }));
  readonly #listeners: vscode.Disposable;

  constructor(server: LazyServer) {
    this.#server = server;
    this.#listeners = vscode.Disposable.from(
      server.onLogAnalysed((log) => this.#renew(log)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => void this.#paint(editor))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#marks.delete(uri.toString())),
      ...this.#decorations.map(({ type }) => type),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #renew(log: vscode.Uri): void {
    this.#marks.delete(log.toString());
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === log.toString()) void this.#paint(editor);
    }
  }

  async #paint(editor: vscode.TextEditor): Promise<void> {
    const { uri, languageId } = editor.document;
    if (!isLogLanguage(languageId) || !this.#server.isNeeded) return;
    const pending = this.#marksOf(uri);
    const marks = await pending.catch(() => undefined);
    // A newer reading of the log may have overtaken this one.
    if (marks === undefined || this.#marks.get(uri.toString()) !== pending) return;
    for (const { severity, type } of this.#decorations) editor.setDecorations(type, ranges(marks[severity]));
  }

  #marksOf(log: vscode.Uri): Promise<LogMarks> {
    const key = log.toString();
    const known = this.#marks.get(key);
    if (known !== undefined) return known;
    const marks = this.#server.get().then((server) => server.marks(log));
    this.#marks.set(key, marks);
    return marks;
  }
}

function lineMark(colour: vscode.ThemeColor): vscode.DecorationRenderOptions {
  return {
    isWholeLine: true,
    borderColor: colour,
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    overviewRulerColor: colour,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}

/** Pairs of first and last line as ranges. */
function ranges(pairs: readonly number[]): vscode.Range[] {
  const all: vscode.Range[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) all.push(new vscode.Range(pairs[at]!, 0, pairs[at + 1]!, 0));
  return all;
}
