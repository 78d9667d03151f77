import * as vscode from 'vscode';

/** A file system that shows files and changes none: the half that is the same for all. */
export abstract class ReadOnlyFileSystem implements vscode.FileSystemProvider {
  abstract readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;

  abstract watch(uri: vscode.Uri): vscode.Disposable;

  abstract stat(uri: vscode.Uri): Thenable<vscode.FileStat>;

  abstract readDirectory(uri: vscode.Uri): Thenable<[string, vscode.FileType][]>;

  abstract readFile(uri: vscode.Uri): Thenable<Uint8Array>;

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
