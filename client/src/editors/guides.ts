import * as vscode from 'vscode';
import { GUIDE_SCHEME } from '../names';

/** `site-guide:` documents, which say how something is done: Markdown, shown as it is read, with lines that can be copied. */
export class Guides implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(GUIDE_SCHEME, this);

  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(document: vscode.Uri): string {
    return this.#texts.get(document.toString()) ?? '';
  }

  /**
   * Opens a guide in the place of an older one of the same name.
   * @param name of the document, as its tab shows it
   */
  async show(name: string, markdown: string): Promise<void> {
    const document = vscode.Uri.from({ scheme: GUIDE_SCHEME, path: `/${name}.md` });
    this.#texts.set(document.toString(), markdown);
    this.#changed.fire(document);
    await vscode.commands.executeCommand('markdown.showPreview', document);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
