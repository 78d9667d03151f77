import * as vscode from 'vscode';
import type { LazyServer } from '../lazyServer';
import { DECODED_SCHEME } from '../names';
import type { SiteAudits } from '../siteAudits';
import { ReadOnlyFileSystem } from './readOnlyFileSystem';

interface Shown {
  readonly bytes: Uint8Array;
  /** When the text became what it is, ms since 1970-01-01 UTC: VS Code reads a document again that is younger than it knew. */
  readonly modified: number;
}

/**
 * `site-decoded:` documents, which show what hidden code of a site says: text and nothing but text. A file system, so that VS Code
 * opens them again with the window; renewed when the folder is audited again.
 */
export class DecodedDocuments extends ReadOnlyFileSystem implements vscode.Disposable {
  readonly #server: LazyServer;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #shown = new Map<string, Shown>();
  readonly #listeners: vscode.Disposable;

  readonly onDidChangeFile = this.#changed.event;

  constructor(server: LazyServer, audits: SiteAudits) {
    super();
    this.#server = server;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(DECODED_SCHEME, this, {
        isCaseSensitive: true,
        isReadonly: new vscode.MarkdownString(
          vscode.l10n.t('This is only what hidden code says. It is not a file, and nothing here is run.'),
        ),
      }),
      audits.onDidChange(() => this.#renew()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    );
  }

  /** Nothing to watch: changes are told of every document that is open. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(document: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, modified } = await this.#read(document);
    return {
      type: vscode.FileType.File,
      ctime: modified,
      mtime: modified,
      size: bytes.length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(document: vscode.Uri): Promise<Uint8Array> {
    return (await this.#read(document)).bytes;
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  async #read(document: vscode.Uri): Promise<Shown> {
    const server = await this.#server.get();
    const text = await server.site.decodedText(document);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(document);
    const key = document.toString();
    const bytes = new TextEncoder().encode(text);
    const before = this.#shown.get(key);
    if (before !== undefined && Buffer.from(before.bytes).equals(bytes)) return before;
    const shown = { bytes, modified: Date.now() };
    this.#shown.set(key, shown);
    return shown;
  }

  #renew(): void {
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === DECODED_SCHEME);
    if (open.length > 0) this.#changed.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
  }
}
