import * as vscode from 'vscode';
import { DidOpenTextDocumentNotification, type LanguageClient, type Middleware } from 'vscode-languageclient/node';
import {
  ARCHIVE_SCHEME,
  LINES_SCHEME,
  LogClosed,
  LogOpened,
  parseFindingUri,
  parseLinesUri,
} from '../../server/src/protocol';

/** Version of a log that no document shows. */
const NO_DOCUMENT = 0;

/**
 * Tells the server which logs are open without sending it their text: it reads from the disk what the disk has. Only from its
 * first edit on is a document synchronised in the ordinary way. Documents of some lines are views of their log and are
 * never sent; the log stays open on the server for as long as one of them is shown.
 */
export class LogSynchronisation implements vscode.Disposable {
  readonly #client: () => LanguageClient;
  /** Logs that the server reads from the disk. */
  readonly #announced = new Set<string>();
  /** Logs whose text was handed over. */
  readonly #handedOver = new Set<string>();

  readonly middleware: Pick<Middleware, 'didOpen' | 'didChange' | 'didClose'> = {
    didOpen: async (document, handOver) => this.#opened(document, handOver),
    didChange: async (event, sendChange) => this.#changed(event, sendChange),
    didClose: async (document, sendClose) => this.#closed(document, sendClose),
  };

  /** VS Code tells that a document differs from the disk after it told of the edit, in an event without changes. */
  readonly #dirtyListener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 || !document.isDirty) return;
    if (this.#announced.has(document.uri.toString())) void this.#handOver(document);
  });

  /** @param client called only after the client was made with `middleware` */
  constructor(client: () => LanguageClient) {
    this.#client = client;
  }

  dispose(): void {
    this.#dirtyListener.dispose();
  }

  /** The server ended and knows nothing any more. */
  reset(): void {
    this.#announced.clear();
    this.#handedOver.clear();
  }

  /** Has the server read a log (a URI) that may not be open in an editor. */
  async ensureRead(log: string): Promise<void> {
    if (!this.#announced.has(log) && !this.#handedOver.has(log)) await this.#announce(log, NO_DOCUMENT);
  }

  async #opened(document: vscode.TextDocument, handOver: (document: vscode.TextDocument) => Promise<void>) {
    const lines = parseLinesUri(document.uri.toString());
    if (lines !== undefined) return this.ensureRead(lines.log);
    if (showsDisk(document)) return this.#announce(document.uri.toString(), document.version);
    this.#handedOver.add(document.uri.toString());
    return handOver(document);
  }

  async #changed(
    event: vscode.TextDocumentChangeEvent,
    sendChange: (event: vscode.TextDocumentChangeEvent) => Promise<void>,
  ): Promise<void> {
    const { document } = event;
    const uri = document.uri.toString();
    if (document.uri.scheme === LINES_SCHEME) return;
    if (this.#handedOver.has(uri)) return sendChange(event);
    return showsDisk(document) ? this.#announce(uri, document.version) : this.#handOver(document);
  }

  async #closed(document: vscode.TextDocument, sendClose: (document: vscode.TextDocument) => Promise<void>) {
    const uri = document.uri.toString();
    const lines = parseLinesUri(uri);
    if (lines !== undefined) return this.release(lines.log);
    if (!this.#handedOver.delete(uri)) return this.release(uri);
    await sendClose(document);
    if (isShown(uri)) await this.#announce(uri, NO_DOCUMENT);
  }

  /** From now on the text is the editor's. */
  async #handOver(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    this.#announced.delete(uri);
    this.#handedOver.add(uri);
    const client = this.#client();
    const text = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
    await client.sendNotification(DidOpenTextDocumentNotification.type, text);
  }

  async #announce(uri: string, version: number): Promise<void> {
    this.#announced.add(uri);
    await this.#client().sendNotification(LogOpened, { uri, version });
  }

  /** Has the server forget a log (a URI) that no document shows any more. */
  async release(uri: string): Promise<void> {
    if (isShown(uri) || !this.#announced.delete(uri)) return;
    await this.#client().sendNotification(LogClosed, { uri });
  }
}

function showsDisk({ uri, isDirty }: vscode.TextDocument): boolean {
  return (uri.scheme === 'file' || uri.scheme === ARCHIVE_SCHEME) && !isDirty;
}

/** Whether a document shows the log, some of its lines, or why there is a finding in it. */
function isShown(log: string): boolean {
  return vscode.workspace.textDocuments.some(({ uri, isClosed }) => {
    const shown = uri.toString();
    return !isClosed && (shown === log || parseLinesUri(shown)?.log === log || parseFindingUri(shown)?.log === log);
  });
}
