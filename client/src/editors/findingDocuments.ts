import * as vscode from 'vscode';
import type { FindingAction } from '../../../server/src/protocol';
import type { LazyServer } from '../lazyServer';
import { FINDING_SCHEME } from '../names';

interface Shown {
  /** The log of the finding, a URI as `toString` writes it. */
  readonly log: string;
  readonly actions: readonly FindingAction[];
}

/**
 * `log-finding:` documents, which explain a finding: plain text, so that nothing of an attacker's can act, with lenses for
 * what can be done. Renewed when the log is judged again.
 */
export class FindingDocuments
  implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, vscode.Disposable
{
  readonly #server: LazyServer;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #lensesChanged = new vscode.EventEmitter<void>();
  readonly #shown = new Map<string, Shown>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChange = this.#changed.event;
  readonly onDidChangeCodeLenses = this.#lensesChanged.event;

  constructor(server: LazyServer) {
    this.#server = server;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(FINDING_SCHEME, this),
      vscode.languages.registerCodeLensProvider({ scheme: FINDING_SCHEME }, this),
      server.onLogAnalysed((log) => this.#renew(log)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)),
    );
  }

  async provideTextDocumentContent(document: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const server = await this.#server.get();
    const { log, text, actions } = await server.explanation(document, token);
    this.#shown.set(document.toString(), { log, actions });
    this.#lensesChanged.fire();
    return text;
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const actions = this.#shown.get(uri.toString())?.actions ?? [];
    return actions.map(({ line, title, command, argument }) => {
      return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [argument] });
    });
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
    this.#lensesChanged.dispose();
  }

  #renew(log: vscode.Uri): void {
    for (const [document, shown] of this.#shown) {
      if (shown.log === log.toString()) this.#changed.fire(vscode.Uri.parse(document, true));
    }
  }

  #close(document: vscode.Uri): void {
    const shown = this.#shown.get(document.toString());
    if (shown === undefined) return;
    this.#shown.delete(document.toString());
    void this.#server.get().then((server) => server.releaseLog(shown.log));
  }
}
