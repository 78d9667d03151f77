import * as vscode from 'vscode';
import type { LineConditions, ViewCommand } from '../../../webview/logView/messages';
import type { LazyServer } from '../../lazyServer';
import { ARCHIVE_SCHEME } from '../../names';
import { isPacked } from '../unpackStart';
import { LogViewSession } from './logViewSession';

/** The editor of the manifest. */
export const LOG_VIEW_TYPE = 'logSiteAudit.logView';

/** A log that a viewer shows: under the URI that its unpacked document has, so that it is read once for both. */
interface ViewedLog extends vscode.CustomDocument {
  readonly log: vscode.Uri;
}

/** "Open in Log Audit": read-only viewers for logs of any size, packed or not. */
export class LogViews implements vscode.CustomReadonlyEditorProvider<ViewedLog>, vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #server: LazyServer;
  readonly #sessions = new Set<LogViewSession>();
  readonly #registration: vscode.Disposable;
  /** Lines (from 0) to show in viewers that are being opened, by the files they show. */
  readonly #toReveal = new Map<string, number>();
  /** Conditions on the lines of viewers that are being opened, by the files they show. */
  readonly #toFilter = new Map<string, LineConditions>();
  readonly #opened = new vscode.EventEmitter<LogViewSession>();

  /** A viewer was opened. */
  readonly onDidOpen = this.#opened.event;

  constructor(extension: vscode.Uri, server: LazyServer) {
    this.#extension = extension;
    this.#server = server;
    this.#registration = vscode.window.registerCustomEditorProvider(LOG_VIEW_TYPE, this, {
      supportsMultipleEditorsPerDocument: true,
    });
  }

  async openCustomDocument(uri: vscode.Uri): Promise<ViewedLog> {
    return { uri, log: await documentOfLog(uri), dispose: () => undefined };
  }

  resolveCustomEditor({ uri, log }: ViewedLog, panel: vscode.WebviewPanel): void {
    const session = new LogViewSession(log, panel, this.#extension, this.#server);
    this.#sessions.add(session);
    panel.onDidDispose(() => {
      this.#sessions.delete(session);
      session.dispose();
    });
    const line = this.#toReveal.get(uri.toString());
    if (line !== undefined) session.reveal(line);
    this.#toReveal.delete(uri.toString());
    const conditions = this.#toFilter.get(uri.toString());
    if (conditions !== undefined) session.filter(conditions);
    this.#toFilter.delete(uri.toString());
    this.#opened.fire(session);
  }

  /** The viewer that has the focus. */
  get active(): LogViewSession | undefined {
    return [...this.#sessions].find(({ panel }) => panel.active);
  }

  /** Opens a log, at a line (from 0) where one is given, in a viewer that shows it already where there is one. */
  async open(file: vscode.Uri, line?: number): Promise<void> {
    const log = (await documentOfLog(file)).toString();
    const session = [...this.#sessions].find((each) => each.log.toString() === log);
    if (session !== undefined) {
      session.panel.reveal();
      if (line !== undefined) session.reveal(line);
      return;
    }
    if (line !== undefined) this.#toReveal.set(file.toString(), line);
    await vscode.commands.executeCommand('vscode.openWith', file, LOG_VIEW_TYPE, { preview: false });
  }

  /** Shows the lines of a log that meet conditions, in a viewer that shows it already where there is one. */
  async openLines(log: vscode.Uri, conditions: LineConditions): Promise<void> {
    const session = [...this.#sessions].find((each) => each.log.toString() === log.toString());
    if (session !== undefined) {
      session.panel.reveal();
      return session.filter(conditions);
    }
    this.#toFilter.set(log.toString(), conditions);
    await vscode.commands.executeCommand('vscode.openWith', log, LOG_VIEW_TYPE, { preview: false });
  }

  /** Whether a viewer shows a log. */
  shows(log: vscode.Uri): boolean {
    return [...this.#sessions].some((session) => session.log.toString() === log.toString());
  }

  command(command: ViewCommand): void {
    this.active?.command(command);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#opened.dispose();
    for (const session of this.#sessions) session.dispose();
  }
}

/** The URI under which a log is read: that of its unpacked document where it is packed. */
export async function documentOfLog(uri: vscode.Uri): Promise<vscode.Uri> {
  if (uri.scheme !== 'file') return uri;
  // A file that can't be looked at is opened as it is; the server says why it can't be read.
  const packed = await isPacked(uri.fsPath).catch(() => false);
  return packed ? uri.with({ scheme: ARCHIVE_SCHEME }) : uri;
}
