import * as vscode from 'vscode';
import { CodeActionRequest, HoverRequest, MarkupContent, type LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../../server/src/protocol';
import type { WorkProgress, Works } from './works';

/** What is known of the findings at a place of a site file, as Markdown of the server, and the stretch that it is about. */
export interface SiteHover {
  readonly markdown: string;
  readonly range: vscode.Range | undefined;
}

/** What the server is asked about copies of sites. All of it rejects when the server fails or the token is used. */
export class SiteRequests {
  readonly #client: LanguageClient;
  readonly #works: Works;

  constructor(client: LanguageClient, works: Works) {
    this.#client = client;
    this.#works = works;
  }

  /** Audits a site folder, beside a clean copy where one is given. */
  async audit(
    folder: vscode.Uri,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
    cleanCopy?: vscode.Uri,
  ): Promise<protocol.SiteAuditResult> {
    return this.#works.run(onProgress, (workDoneToken) => {
      const parameters = { folder: folder.toString(), workDoneToken };
      if (cleanCopy === undefined) return this.#client.sendRequest(protocol.AuditSiteRequest, parameters, token);
      const both = { ...parameters, cleanCopy: cleanCopy.toString() };
      return this.#client.sendRequest(protocol.CompareWithCleanCopyRequest, both, token);
    });
  }

  /** Asks WordPress.org for the checksums of an audited folder's products; further audits compare with them. */
  async askWordPress(
    folder: vscode.Uri,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.WordPressAnswer> {
    return this.#works.run(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.AskWordPressRequest, { folder: folder.toString(), workDoneToken }, token),
    );
  }

  /** Why there are findings at a position of a site file; `undefined` where there are none. */
  async hover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<SiteHover | undefined> {
    const { code2ProtocolConverter, protocol2CodeConverter } = this.#client;
    const parameters = code2ProtocolConverter.asTextDocumentPositionParams(document, position);
    const hover = await this.#client.sendRequest(HoverRequest.type, parameters, token);
    if (hover === null || !MarkupContent.is(hover.contents)) return undefined;
    return { markdown: hover.contents.value, range: protocol2CodeConverter.asRange(hover.range) };
  }

  /** What can be done about the findings of a site file. */
  async codeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<(vscode.Command | vscode.CodeAction)[]> {
    const { code2ProtocolConverter, protocol2CodeConverter } = this.#client;
    const parameters = {
      textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: code2ProtocolConverter.asRange(range),
      context: await code2ProtocolConverter.asCodeActionContext(context, token),
    };
    const actions = await this.#client.sendRequest(CodeActionRequest.type, parameters, token);
    return protocol2CodeConverter.asCodeActionResult(actions ?? [], token);
  }

  /** The document that shows what the hidden code of a finding says; `undefined` for a value that names none. */
  documentOfDecoded(finding: unknown): vscode.Uri | undefined {
    return protocol.isFindingOfSite(finding) ? vscode.Uri.parse(protocol.decodedUri(finding), true) : undefined;
  }

  /** The text of such a document; `undefined` for a URI that names none. */
  async decodedText(document: vscode.Uri): Promise<string | undefined> {
    const finding = protocol.parseDecodedUri(document.toString());
    return finding && this.#client.sendRequest(protocol.DecodedTextRequest, finding);
  }

  /** The entry by which the audit trusts what a file says now, or why there can be none. */
  knownGoodEntry(file: vscode.Uri, note: string): Promise<protocol.KnownGoodAnswer> {
    return this.#client.sendRequest(protocol.AddKnownGoodRequest, { uri: file.toString(), note });
  }

  /** The text of a `site-archive:` document, or why there is none. */
  memberText(document: vscode.Uri, token: vscode.CancellationToken): Promise<protocol.MemberTextAnswer> {
    return this.#client.sendRequest(protocol.MemberTextRequest, { uri: document.toString() }, token);
  }

  /** Forgets the audits of sites. */
  clear(): Promise<void> {
    return this.#client.sendNotification(protocol.AuditsCleared);
  }

  /** The site file that a request path was most probably for. */
  async fileOf(path: string): Promise<vscode.Uri | undefined> {
    const file = await this.#client.sendRequest(protocol.SiteFileRequest, { path });
    return file === null ? undefined : vscode.Uri.parse(file, true);
  }

  /** Findings as a text to hand on. */
  report(wanted: protocol.SiteReportParams): Promise<protocol.SiteReportAnswer> {
    return this.#client.sendRequest(protocol.SiteReportRequest, wanted);
  }

  /** How the form of a finding is protected, Markdown; empty for what names no finding about a form. */
  async protectForm(finding: unknown): Promise<string> {
    return protocol.isFindingOfSite(finding) ? this.#client.sendRequest(protocol.ProtectFormRequest, finding) : '';
  }

  /** How often the open logs saw the files of an audited folder called. */
  calls(folder: vscode.Uri): Promise<protocol.SiteCalls> {
    return this.#client.sendRequest(protocol.SiteCallsRequest, { folder: folder.toString() });
  }
}
