import path from 'node:path';
import * as vscode from 'vscode';

/** One watcher for each of some files, wherever they lie; gone files that come again are seen as well. */
export class FileWatchers implements vscode.Disposable {
  readonly #onChange: (key: string) => void;
  readonly #watchers = new Map<string, vscode.Disposable>();

  /** @param onChange told the key under which a file is watched when it was written or made */
  constructor(onChange: (key: string) => void) {
    this.#onChange = onChange;
  }

  /** Watches a file from now on, unless it is watched under this key already. */
  watch(key: string, file: vscode.Uri): void {
    if (this.#watchers.has(key)) return;
    const watcher = vscode.workspace.createFileSystemWatcher(patternOf(file), false, false, true);
    const tell = (): void => this.#onChange(key);
    this.#watchers.set(key, vscode.Disposable.from(watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell)));
  }

  unwatch(key: string): void {
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
  }

  clear(): void {
    for (const key of this.#watchers.keys()) this.unwatch(key);
  }

  dispose(): void {
    this.clear();
  }
}

/** Matches one file and nothing else. A folder's `Uri`, other than its path, is watched outside of the workspace too. */
export function patternOf({ fsPath }: vscode.Uri): vscode.RelativePattern {
  const name = path.basename(fsPath).replaceAll(/[*?{}[\]]/g, '[$&]');
  return new vscode.RelativePattern(vscode.Uri.file(path.dirname(fsPath)), name);
}
