import * as vscode from 'vscode';
import { DidOpenTextDocumentNotification, type LanguageClient, type Middleware } from 'vscode-languageclient/node';
import {
  ARCHIVE_SCHEME,
  LINES_SCHEME,
  LogClosed,
  LogOpened,
  LogTailEdited,
  parseFindingUri,
  parseLinesUri,
} from '../../server/src/protocol';
import { Coalesced } from './coalesced';
import { FileWatchers } from './fileWatchers';
import { isBehind, lengthBeforeAppending } from './tailEdits';

/** Version of a log that no document shows. */
const NO_DOCUMENT = 0;

/** Pause in which changes of a file, or edits behind what it has, are taken together, in ms. */
const CHANGES_PAUSE = 50;

/** Most UTF-16 units that are sent at each edit behind what the disk has; beyond, the document is handed over. */
const LONGEST_TAIL = 1024 * 1024;

/** How the server knows a log. */
type State =
  /** It reads the file. `length`: that of the text before the last change, if that only added something. */
  | { readonly kind: 'file'; readonly length?: number }
  /** It reads the file and is told what was added behind it, from a position on. */
  | { readonly kind: 'tail'; readonly length: number; readonly start: vscode.Position }
  /** The document is synchronised in the ordinary way. */
  | { readonly kind: 'handedOver' };

/**
 * Tells the server which logs are open without sending it their text: it reads from the disk what the disk has, and is told what
 * is added behind that. Only from its first other edit on is a document synchronised in the ordinary way. Documents of some
 * lines are views of their log and are never sent; the log stays open on the server for as long as anything shows it.
 */
export class LogSynchronisation implements vscode.Disposable {
  readonly #client: () => LanguageClient;
  readonly #states = new Map<string, State>();
  /** How many viewers show a log that may have no document. */
  readonly #viewers = new Map<string, number>();
  readonly #restarted = new vscode.EventEmitter<void>();
  #hasEnded = false;
  readonly #changes = new Coalesced(CHANGES_PAUSE);
  readonly #watchers = new FileWatchers((uri) => this.#changes.ask(uri, () => void this.#fileChanged(uri)));

  readonly middleware: Pick<Middleware, 'didOpen' | 'didChange' | 'didClose'> = {
    didOpen: async (document, handOver) => this.#opened(document, handOver),
    didChange: async (event, sendChange) => this.#changed(event, sendChange),
    didClose: async (document, sendClose) => this.#closed(document, sendClose),
  };

  /** VS Code tells that a document differs from the disk, or no longer does, in an event without changes after the edit's. */
  readonly #dirtyListener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length === 0) void this.#dirtyChanged(document);
  });

  /** @param client called only after the client was made with `middleware` */
  constructor(client: () => LanguageClient) {
    this.#client = client;
  }

  dispose(): void {
    this.#dirtyListener.dispose();
    this.#restarted.dispose();
    this.#changes.dispose();
    this.#watchers.dispose();
  }

  /** The server runs again after it had ended, and was told of no viewer yet. */
  readonly onRestart = this.#restarted.event;

  /** The server ended and knows nothing any more. */
  reset(): void {
    this.#hasEnded = true;
    this.#states.clear();
    this.#changes.dispose();
    this.#watchers.clear();
  }

  /** The server runs. */
  started(): void {
    if (this.#hasEnded) this.#restarted.fire();
    this.#hasEnded = false;
  }

  /** Has the server read a log (a URI) that may not be open in an editor. */
  async ensureRead(log: string): Promise<void> {
    if (!this.#states.has(log)) await this.#announce(log, NO_DOCUMENT);
  }

  /** Keeps a log open for a viewer, until the result is disposed of. */
  async hold(log: string): Promise<vscode.Disposable> {
    this.#viewers.set(log, (this.#viewers.get(log) ?? 0) + 1);
    await this.ensureRead(log);
    return new vscode.Disposable(() => {
      const others = (this.#viewers.get(log) ?? 1) - 1;
      if (others > 0) return this.#viewers.set(log, others);
      this.#viewers.delete(log);
      return this.release(log);
    });
  }

  async #opened(document: vscode.TextDocument, handOver: (document: vscode.TextDocument) => Promise<void>) {
    const uri = document.uri.toString();
    const lines = parseLinesUri(uri);
    if (lines !== undefined) return this.ensureRead(lines.log);
    if (showsDisk(document)) return this.#announce(uri, document.version);
    this.#states.set(uri, { kind: 'handedOver' });
    return handOver(document);
  }

  async #changed(
    event: vscode.TextDocumentChangeEvent,
    sendChange: (event: vscode.TextDocumentChangeEvent) => Promise<void>,
  ): Promise<void> {
    const { document, contentChanges } = event;
    const uri = document.uri.toString();
    const state = this.#states.get(uri);
    if (document.uri.scheme === LINES_SCHEME) return;
    if (state?.kind === 'handedOver') return sendChange(event);
    if (state?.kind === 'tail') {
      return isBehind(state.length, contentChanges) ? this.#askTail(document) : this.#handOver(document);
    }
    if (!showsDisk(document)) return this.#handOver(document);
    const length = lengthBeforeAppending(lengthOf(document), contentChanges);
    return this.#announce(uri, document.version, length);
  }

  async #dirtyChanged(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const state = this.#states.get(uri);
    if (state?.kind === 'tail' && !document.isDirty) return this.#announce(uri, document.version);
    if (state?.kind !== 'file' || !document.isDirty) return;
    if (state.length === undefined) return this.#handOver(document);
    this.#states.set(uri, { kind: 'tail', length: state.length, start: document.positionAt(state.length) });
    this.#askTail(document);
  }

  async #closed(document: vscode.TextDocument, sendClose: (document: vscode.TextDocument) => Promise<void>) {
    const uri = document.uri.toString();
    const lines = parseLinesUri(uri);
    if (lines !== undefined) return this.release(lines.log);
    const state = this.#states.get(uri);
    if (state?.kind === 'handedOver') {
      this.#states.delete(uri);
      await sendClose(document);
      if (this.#isShown(uri)) await this.#announce(uri, NO_DOCUMENT);
      return;
    }
    // What was not saved is gone.
    if (state?.kind === 'tail' && this.#isShown(uri)) await this.#announce(uri, NO_DOCUMENT);
    await this.release(uri);
  }

  /** From now on the text is the editor's. */
  async #handOver(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    this.#changes.cancel(uri);
    this.#watchers.unwatch(uri);
    this.#states.set(uri, { kind: 'handedOver' });
    const client = this.#client();
    const text = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
    await client.sendNotification(DidOpenTextDocumentNotification.type, text);
  }

  /** @param length see `State`; noted at once, as VS Code tells that the document is dirty before the server has heard of it */
  async #announce(uri: string, version: number, length?: number): Promise<void> {
    this.#changes.cancel(uri);
    this.#states.set(uri, { kind: 'file', length });
    const parsed = vscode.Uri.parse(uri, true);
    // Packed logs don't grow; VS Code watches the documents that show them.
    if (parsed.scheme === 'file') this.#watchers.watch(uri, parsed);
    await this.#client().sendNotification(LogOpened, { uri, version });
  }

  async #fileChanged(uri: string): Promise<void> {
    const state = this.#states.get(uri);
    if (state?.kind === 'file') await this.#client().sendNotification(LogOpened, { uri, version: NO_DOCUMENT });
    // The document goes on from a file that may not be there any more.
    const document = state?.kind === 'tail' ? documentOf(uri) : undefined;
    if (document?.isDirty) await this.#handOver(document);
  }

  /** At once where edits don't follow each other closely, as other extensions look through all the text after each of them. */
  #askTail(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    this.#changes.askAtOnce(uri, () => void this.#sendTail(uri, document));
  }

  async #sendTail(uri: string, document: vscode.TextDocument): Promise<void> {
    const state = this.#states.get(uri);
    if (state?.kind !== 'tail' || document.isClosed) return;
    const tail = document.getText(new vscode.Range(state.start, endOf(document)));
    if (tail.length > LONGEST_TAIL) return this.#handOver(document);
    await this.#client().sendNotification(LogTailEdited, { uri, version: document.version, tail });
  }

  /** Has the server forget a log (a URI) that nothing shows any more. */
  async release(uri: string): Promise<void> {
    if (this.#isShown(uri) || !this.#states.delete(uri)) return;
    this.#changes.cancel(uri);
    this.#watchers.unwatch(uri);
    await this.#client().sendNotification(LogClosed, { uri });
  }

  /** Whether a viewer shows the log, or a document shows it, some of its lines, or why there is a finding in it. */
  #isShown(log: string): boolean {
    if (this.#viewers.has(log)) return true;
    return vscode.workspace.textDocuments.some(({ uri, isClosed }) => {
      const shown = uri.toString();
      return !isClosed && (shown === log || parseLinesUri(shown)?.log === log || parseFindingUri(shown)?.log === log);
    });
  }
}

function showsDisk({ uri, isDirty }: vscode.TextDocument): boolean {
  return (uri.scheme === 'file' || uri.scheme === ARCHIVE_SCHEME) && !isDirty;
}

function documentOf(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(endOf(document));
}

function endOf(document: vscode.TextDocument): vscode.Position {
  return document.lineAt(document.lineCount - 1).range.end;
}
