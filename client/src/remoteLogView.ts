import * as vscode from 'vscode';
import { CodeLensRequest, HoverRequest, type CodeLens, type LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../server/src/protocol';
import type { LogSynchronisation } from './logSynchronisation';

/** Told what a viewer has to show. */
export type LogViewListener = (state: protocol.LogViewState) => void;

let views = 0;

/**
 * What the server keeps for a viewer of a log. All requests reject when the server fails; after it was started again the viewer
 * begins anew by itself.
 */
export class RemoteLogView implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #logs: LogSynchronisation;
  readonly #view = `view-${++views}`;
  readonly #log: string;
  readonly #listeners: vscode.Disposable;
  #holding: Promise<vscode.Disposable> | undefined;
  #conditions: protocol.LineConditions | null = null;
  #search: protocol.LogViewSearch | null = null;

  constructor(client: LanguageClient, logs: LogSynchronisation, log: vscode.Uri, onState: LogViewListener) {
    this.#client = client;
    this.#logs = logs;
    this.#log = log.toString();
    this.#listeners = vscode.Disposable.from(
      client.onNotification(protocol.LogViewChanged, (state) => {
        if (state.view === this.#view) onState(state);
      }),
      logs.onRestart(() => void this.#open()),
    );
    void this.#open();
  }

  filter(conditions: protocol.LineConditions | null): Promise<void> {
    this.#conditions = conditions;
    return this.#client.sendNotification(protocol.FilterLogView, { view: this.#view, conditions });
  }

  search(search: protocol.LogViewSearch | null): Promise<void> {
    this.#search = search;
    return this.#client.sendNotification(protocol.SearchLogView, { view: this.#view, search });
  }

  rows(first: number, count: number): Promise<protocol.LogViewRows> {
    return this.#client.sendRequest(protocol.LogViewRowsRequest, { view: this.#view, first, count });
  }

  rowOfLine(line: number): Promise<number> {
    return this.#client.sendRequest(protocol.LogViewRowOfLine, { view: this.#view, line });
  }

  match(row: number, backwards: boolean): Promise<protocol.LogViewMatch | null> {
    return this.#client.sendRequest(protocol.LogViewMatchRequest, { view: this.#view, row, backwards });
  }

  overview(parts: number): Promise<protocol.LogViewOverview> {
    return this.#client.sendRequest(protocol.LogViewOverviewRequest, { view: this.#view, parts });
  }

  /** What is known of the field at a place (from 0) of the log, as Markdown. */
  async hover(line: number, character: number): Promise<string | null> {
    const position = { line, character };
    const hover = await this.#client.sendRequest(HoverRequest.type, { textDocument: { uri: this.#log }, position });
    const contents = hover?.contents;
    return contents !== undefined && typeof contents === 'object' && 'value' in contents ? contents.value : null;
  }

  /** What stands above the lines of findings. */
  async lenses(): Promise<CodeLens[]> {
    return (await this.#client.sendRequest(CodeLensRequest.type, { textDocument: { uri: this.#log } })) ?? [];
  }

  dispose(): void {
    this.#listeners.dispose();
    void this.#client.sendNotification(protocol.LogViewClosed, { view: this.#view }).catch(() => undefined);
    void this.#holding?.then((hold) => hold.dispose());
  }

  async #open(): Promise<void> {
    this.#holding ??= this.#logs.hold(this.#log);
    await this.#holding;
    await this.#logs.ensureRead(this.#log);
    await this.#client.sendNotification(protocol.LogViewOpened, { view: this.#view, uri: this.#log });
    if (this.#conditions !== null) await this.filter(this.#conditions);
    if (this.#search !== null) await this.search(this.#search);
  }
}
