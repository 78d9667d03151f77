import * as vscode from 'vscode';
import type { LazyServer } from '../lazyServer';
import { isLogLanguage, MEMBER_SCHEME, SHOW_DECODED, SHOW_RULE } from '../names';
import type { SiteAudits } from '../siteAudits';
import { filesWithFindings } from '../siteFiles';

/** Documents that show files of a site. */
const SITE_DOCUMENTS: vscode.DocumentSelector = [{ scheme: 'file' }, { scheme: MEMBER_SCHEME }];

/** All that a link in a hover may do; the server makes the links, and escapes what comes from the site. */
const LINKED_COMMANDS = [SHOW_DECODED, SHOW_RULE];

/**
 * Hovers and quick fixes in files of audited sites. The language server knows their findings but not their text, which is never sent
 * to it; it is asked only about files that have findings.
 */
export class SiteDocuments implements vscode.HoverProvider, vscode.CodeActionProvider, vscode.Disposable {
  readonly #server: LazyServer;
  readonly #audits: SiteAudits;
  readonly #registrations = vscode.Disposable.from(
    vscode.languages.registerHoverProvider(SITE_DOCUMENTS, this),
    vscode.languages.registerCodeActionsProvider(SITE_DOCUMENTS, this, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );

  constructor(server: LazyServer, audits: SiteAudits) {
    this.#server = server;
    this.#audits = audits;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!this.#hasFindings(document)) return undefined;
    const server = await this.#server.get();
    const found = await server.site.hover(document, position, token);
    if (found === undefined) return undefined;
    const text = new vscode.MarkdownString(found.markdown);
    text.isTrusted = { enabledCommands: LINKED_COMMANDS };
    return new vscode.Hover(text, found.range);
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<(vscode.Command | vscode.CodeAction)[]> {
    if (!this.#hasFindings(document)) return [];
    const server = await this.#server.get();
    return server.site.codeActions(document, range, context, token);
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  /** What is read as a log is the language client's, which asks for the same. */
  #hasFindings({ uri, languageId }: vscode.TextDocument): boolean {
    if (isLogLanguage(languageId)) return false;
    return this.#audits.all.some((audit) => filesWithFindings(audit).has(uri.toString()));
  }
}
