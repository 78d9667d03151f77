import type { Diagnostic } from 'vscode-languageserver-protocol';

/** Shows the diagnostics of a document (a URI) in the place of those it had. */
export type DiagnosticSink = (uri: string, diagnostics: Diagnostic[]) => Promise<void>;

/**
 * What the editor shows of each log: what an open log says by itself, and what all logs of a folder say together. A folder's
 * diagnostics stay when a log is closed, and those that an open log has itself are shown once.
 */
export class DiagnosticBoard {
  readonly #send: DiagnosticSink;
  readonly #own = new Map<string, readonly Diagnostic[]>();
  readonly #folders = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();

  constructor(send: DiagnosticSink) {
    this.#send = send;
  }

  /** Takes what an open log says by itself. */
  setLog(uri: string, diagnostics: readonly Diagnostic[]): Promise<void> {
    this.#own.set(uri, diagnostics);
    return this.#publish(uri);
  }

  /** Forgets what a log said by itself. */
  closeLog(uri: string): Promise<void> {
    this.#own.delete(uri);
    return this.#publish(uri);
  }

  /** Takes what the logs of a folder say together, by document, in the place of what they said before. */
  async setFolder(folder: string, diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): Promise<void> {
    const before = this.#folders.get(folder)?.keys() ?? [];
    this.#folders.set(folder, diagnostics);
    await Promise.all([...new Set([...before, ...diagnostics.keys()])].map((uri) => this.#publish(uri)));
  }

  /** Forgets what the logs of all folders said. */
  async clearFolders(): Promise<void> {
    const uris = new Set([...this.#folders.values()].flatMap((folder) => [...folder.keys()]));
    this.#folders.clear();
    await Promise.all([...uris].map((uri) => this.#publish(uri)));
  }

  #publish(uri: string): Promise<void> {
    const own = this.#own.get(uri) ?? [];
    const known = new Set(own.map(keyOf));
    const more = [...this.#folders.values()].flatMap((folder) => folder.get(uri) ?? []);
    return this.#send(uri, [...own, ...more.filter((diagnostic) => !known.has(keyOf(diagnostic)))]);
  }
}

function keyOf({ code, range }: Diagnostic): string {
  return `${range.start.line} ${code}`;
}
