import * as vscode from 'vscode';
import { patternOf } from '../fileWatchers';
import { ARCHIVE_SCHEME } from '../names';
import type { LazyServer } from '../lazyServer';
import { fileOnDisk } from './fileOnDisk';
import { ReadOnlyFileSystem } from './readOnlyFileSystem';
import { needsServer, unpackStart, type UnpackedStart } from './unpackStart';

/** VS Code gives no extension a document above this size (`TextModel._MODEL_SYNC_LIMIT`, 50 × 1024 × 1024 characters). */
export const MOST_DOCUMENT_BYTES = 50 * 1024 * 1024;

/** The `log-archive:` URI that shows a file of the disk unpacked. */
function archiveUri(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme: ARCHIVE_SCHEME });
}

/**
 * Opens a file of the disk unpacked in a text editor. (`showTextDocument` would keep the document, and with it the log's findings,
 * alive for minutes after its tab is closed.)
 */
export async function openUnpacked(file: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', archiveUri(file), 'default', options);
}

/** The file that a `log-archive:` URI shows, or shows a log of. */
function packedFile(archive: vscode.Uri): vscode.Uri {
  const file = archive.with({ scheme: 'file' });
  const found = fileOnDisk(file.fsPath);
  return found === undefined ? file : vscode.Uri.file(found);
}

/**
 * Shows files of the disk with their packing taken off, and the logs in archives as if those were folders, read-only, and writes
 * nothing anywhere. A file that is not packed is shown as it is, and of one that is larger than a document may be the first part.
 */
export class LogArchiveFileSystem extends ReadOnlyFileSystem {
  readonly #server: LazyServer;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #cutShort = new vscode.EventEmitter<vscode.Uri>();
  readonly #incomplete = new Set<string>();

  readonly onDidChangeFile = this.#changed.event;
  /** A file was found too large to be shown whole. */
  readonly onCutShort = this.#cutShort.event;

  /** @param server unpacks what is not packed by gzip */
  constructor(server: LazyServer) {
    super();
    this.#server = server;
  }

  /** Whether a document of ours shows only the first part of its file. */
  isCutShort(archive: vscode.Uri): boolean {
    return this.#incomplete.has(archive.toString());
  }

  watch(archive: vscode.Uri): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(patternOf(packedFile(archive)));
    const report = (type: vscode.FileChangeType) => () => this.#changed.fire([{ type, uri: archive }]);
    watcher.onDidChange(report(vscode.FileChangeType.Changed));
    watcher.onDidCreate(report(vscode.FileChangeType.Created));
    watcher.onDidDelete(report(vscode.FileChangeType.Deleted));
    return watcher;
  }

  async stat(archive: vscode.Uri): Promise<vscode.FileStat> {
    const stat = await vscode.workspace.fs.stat(packedFile(archive));
    // The unpacked size is not known before unpacking; the packed one must not make VS Code refuse a file shown in part.
    const size = Math.min(stat.size, MOST_DOCUMENT_BYTES);
    return { ...stat, size, permissions: vscode.FilePermission.Readonly };
  }

  async readFile(archive: vscode.Uri): Promise<Uint8Array> {
    const { bytes, complete } = await this.#unpack(archive).catch((error: unknown) => {
      throw fileSystemError(archive, error);
    });
    if (complete) this.#incomplete.delete(archive.toString());
    else {
      this.#incomplete.add(archive.toString());
      this.#cutShort.fire(archive);
    }
    return bytes;
  }

  async #unpack(archive: vscode.Uri): Promise<UnpackedStart> {
    const file = packedFile(archive).fsPath;
    const isMember = file !== archive.with({ scheme: 'file' }).fsPath;
    if (!isMember && !(await needsServer(file))) return unpackStart(file, MOST_DOCUMENT_BYTES);
    return (await this.#server.get()).unpack(archive, MOST_DOCUMENT_BYTES);
  }

  readDirectory(folder: vscode.Uri): Thenable<[string, vscode.FileType][]> {
    return vscode.workspace.fs.readDirectory(packedFile(folder));
  }
}

/** Makes `log-archive:` documents open. */
export function registerLogArchive(fileSystem: LogArchiveFileSystem): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(ARCHIVE_SCHEME, fileSystem, {
    isCaseSensitive: process.platform !== 'win32',
    isReadonly: new vscode.MarkdownString(
      vscode.l10n.t('This log is shown unpacked and can’t be changed here. The file on disk stays as it is.'),
    ),
  });
}

function fileSystemError(uri: vscode.Uri, error: unknown): vscode.FileSystemError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return vscode.FileSystemError.FileNotFound(uri);
  if (code === 'EISDIR') return vscode.FileSystemError.FileIsADirectory(uri);
  if (code === 'EACCES' || code === 'EPERM') return vscode.FileSystemError.NoPermissions(uri);
  return vscode.FileSystemError.Unavailable(message);
}
