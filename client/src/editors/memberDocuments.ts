import * as vscode from 'vscode';
import type { LazyServer } from '../lazyServer';
import { MEMBER_SCHEME } from '../names';
import { formatBytes } from '../numbers';
import { notificationText } from '../plainText';

/** `site-archive:` documents: the text of files in archives of a site, read-only, out of the archive and never on the disk. */
export class MemberDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: LazyServer;
  readonly #registration: vscode.Disposable;

  constructor(server: LazyServer) {
    this.#server = server;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(MEMBER_SCHEME, this);
  }

  async provideTextDocumentContent(document: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const server = await this.#server.get();
    const answer = await server.site.memberText(document, token);
    if ('problem' in answer) throw new Error(answer.problem);
    if (answer.shownBytes !== undefined) sayCutShort(document, answer.shownBytes);
    return answer.text;
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

function sayCutShort({ path }: vscode.Uri, shownBytes: number): void {
  const name = notificationText(path.slice(path.lastIndexOf('/') + 1));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Only the first {0} of {1} are shown.', formatBytes(shownBytes), name),
  );
}
