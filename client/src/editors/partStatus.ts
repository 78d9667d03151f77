import * as vscode from 'vscode';
import { formatCount } from '../numbers';
import type { FilteredLines, ShownPart } from './filteredLines';
import type { LogArchiveFileSystem } from './logArchive';

/** Left of VS Code's own items for the document. */
const PRIORITY = 200;

/**
 * Says in the status bar which part of a log the active editor shows. (A lens would not do: VS Code shows none in large documents,
 * `TextModel.isTooLargeForTokenization`.)
 */
export class PartStatus implements vscode.Disposable {
  readonly #archives: LogArchiveFileSystem;
  readonly #lines: FilteredLines;
  readonly #item = vscode.window.createStatusBarItem('logSiteAudit.part', vscode.StatusBarAlignment.Right, PRIORITY);
  readonly #listeners: vscode.Disposable;

  constructor(archives: LogArchiveFileSystem, lines: FilteredLines) {
    this.#archives = archives;
    this.#lines = lines;
    this.#item.name = vscode.l10n.t('Shown part of the log');
    const update = (): void => this.#update();
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(update),
      lines.onDidRead(update),
      archives.onCutShort(update),
    );
  }

  /** What the status bar says at the moment; `undefined` while the active editor shows all of a log, or none. */
  get text(): string | undefined {
    const document = vscode.window.activeTextEditor?.document.uri;
    if (document === undefined) return undefined;
    const part = this.#lines.partOf(document);
    if (part !== undefined) return linesText(part);
    return this.#archives.isCutShort(document) ? vscode.l10n.t('First 50 MB of the log') : undefined;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const { text } = this;
    if (text === undefined) return this.#item.hide();
    this.#item.text = text;
    this.#item.show();
  }
}

function linesText({ shown, total }: ShownPart): string {
  return shown < total
    ? vscode.l10n.t('First {0} of {1} lines', formatCount(shown), formatCount(total))
    : vscode.l10n.t('{0} lines of the log', formatCount(total));
}
