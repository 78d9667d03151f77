import * as vscode from 'vscode';
import { formatCount } from '../numbers';
import { visibleText } from '../plainText';
import type { FilteredLines, ShownPart } from './filteredLines';
import type { HugeLogs } from './hugeLogs';

/** Left of VS Code's own items for the document. */
const PRIORITY = 200;
/** Opens the log of the active tab in the viewer. */
const OPEN_IN_VIEWER = 'logSiteAudit.openInLogView';

/**
 * Says in the status bar which part of a log the active editor shows, and leads to the viewer where that is not all that there is.
 * (A lens would not do: VS Code shows none in large documents, `TextModel.isTooLargeForTokenization`.)
 */
export class PartStatus implements vscode.Disposable {
  readonly #hugeLogs: Pick<HugeLogs, 'shown' | 'onDidChange'>;
  readonly #lines: FilteredLines;
  readonly #item = vscode.window.createStatusBarItem('logSiteAudit.part', vscode.StatusBarAlignment.Right, PRIORITY);
  readonly #listeners: vscode.Disposable;

  constructor(hugeLogs: Pick<HugeLogs, 'shown' | 'onDidChange'>, lines: FilteredLines) {
    this.#hugeLogs = hugeLogs;
    this.#lines = lines;
    this.#item.name = vscode.l10n.t('Shown part of the log');
    const update = (): void => this.#update();
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(update),
      lines.onDidRead(update),
      hugeLogs.onDidChange(update),
    );
  }

  /** What the status bar says at the moment; `undefined` while the active editor shows all of a log, or none. */
  get text(): string | undefined {
    const { shown } = this.#hugeLogs;
    if (shown !== undefined) {
      return shown.scheme === 'file'
        ? vscode.l10n.t('Log over 50 MB: open it in Log Audit')
        : vscode.l10n.t('First 50 MB of the log');
    }
    const document = vscode.window.activeTextEditor?.document.uri;
    const part = document && this.#lines.partOf(document);
    return part && linesText(part);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const { text } = this;
    if (text === undefined) return this.#item.hide();
    const { shown } = this.#hugeLogs;
    this.#item.text = text;
    this.#item.tooltip = shown && explanationOf(shown);
    this.#item.command = shown && OPEN_IN_VIEWER;
    this.#item.show();
  }
}

function explanationOf(log: vscode.Uri): string {
  const name = visibleText(log.path.slice(log.path.lastIndexOf('/') + 1));
  return log.scheme === 'file'
    ? vscode.l10n.t(
        '{0} is larger than the 50 MB that VS Code lets extensions see. Log Audit shows all of it, with what was found in it.',
        name,
      )
    : vscode.l10n.t(
        'Only the first 50 MB of {0} are shown here. Counts and findings are those of the whole log. Log Audit shows all of it.',
        name,
      );
}

function linesText({ shown, total }: ShownPart): string {
  return shown < total
    ? vscode.l10n.t('First {0} of {1} lines', formatCount(shown), formatCount(total))
    : vscode.l10n.t('{0} lines of the log', formatCount(total));
}
