import * as vscode from 'vscode';
import { LOG_FOLDER_SCHEME } from '../names';

/** The text of `log-folder:` documents: what was read of a folder or an archive of logs, and what was not. */
export class LogFolderSummaries implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(LOG_FOLDER_SCHEME, this);

  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(document: vscode.Uri): string {
    return this.#texts.get(document.toString()) ?? '';
  }

  /** Takes the summary of a folder, in the place of an older one. */
  set(folder: vscode.Uri, summary: string): void {
    const document = summaryUri(folder);
    this.#texts.set(document.toString(), summary);
    this.#changed.fire(document);
  }

  /** Opens the summary of a folder. */
  async show(folder: vscode.Uri): Promise<void> {
    await vscode.window.showTextDocument(summaryUri(folder), { preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

function summaryUri(folder: vscode.Uri): vscode.Uri {
  return folder.with({ scheme: LOG_FOLDER_SCHEME });
}
