import * as vscode from 'vscode';
import type { LazyServer } from '../lazyServer';
import type { DocumentLines } from '../logServer';
import { LINES_SCHEME } from '../names';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';

/** How much of what passes a filter a document shows. */
export type ShownPart = Omit<DocumentLines, 'text' | 'problem'>;

/** The text of `log-lines:` documents: some lines of a log, renewed when the log is read again. */
export class FilteredLines implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: LazyServer;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #read = new vscode.EventEmitter<void>();
  readonly #parts = new Map<string, ShownPart>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChange = this.#changed.event;
  /** The text of a document was fetched. */
  readonly onDidRead = this.#read.event;

  constructor(server: LazyServer) {
    this.#server = server;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(LINES_SCHEME, this),
      server.onLogAnalysed((log) => this.#renew(log)),
      vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
        // A document that changes its language is closed and opened, but not gone.
        if (isClosed) this.#parts.delete(uri.toString());
      }),
    );
  }

  async provideTextDocumentContent(document: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const server = await this.#server.get();
    const { text, problem, ...part } = await server.linesOfDocument(document, token);
    if (problem !== undefined) void vscode.window.showErrorMessage(notificationText(problem));
    this.#parts.set(document.toString(), part);
    this.#read.fire();
    if (part.shown < part.total) sayCutShort(part);
    return text;
  }

  /** How much a document shows; `undefined` for one that is not open. */
  partOf(document: vscode.Uri): ShownPart | undefined {
    return this.#parts.get(document.toString());
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
    this.#read.dispose();
  }

  #renew(log: vscode.Uri): void {
    for (const [document, part] of this.#parts) {
      if (part.log === log.toString()) this.#changed.fire(vscode.Uri.parse(document, true));
    }
  }
}

function sayCutShort({ shown, total }: ShownPart): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Only the first {0} of {1} lines are shown.', formatCount(shown), formatCount(total)),
  );
}
