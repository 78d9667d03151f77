import { pathToFileURL } from 'node:url';

/** What a VS Code window opens with; paths are absolute paths on this machine. */
export interface WindowContents {
  readonly folder?: string;
  /** URIs are opened as they are: those of an extension's file system, for one. */
  readonly files?: readonly (string | URL)[];
  /** Folders of unpacked extensions to load from their place. */
  readonly extensionDevelopmentPaths?: readonly string[];
  /** A module whose `run()` the extension host calls once, after which the window reports the result. */
  readonly extensionTestsPath?: string;
}

/**
 * The address that opens a window of a VS Code server.
 *
 * The parameters are those of VS Code's browser entry (`src/vs/code/browser/workbench/workbench.ts`).
 */
export function workbenchUrl(port: number, contents: WindowContents): string {
  const remote = (path: string): string => `vscode-remote://localhost:${port}${pathToFileURL(path).pathname}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  for (const file of contents.files ?? []) {
    payload.push(['openFile', file instanceof URL ? file.href : remote(file)]);
  }
  for (const path of contents.extensionDevelopmentPaths ?? []) payload.push(['extensionDevelopmentPath', remote(path)]);
  if (contents.extensionTestsPath) payload.push(['extensionTestsPath', remote(contents.extensionTestsPath)]);

  const url = new URL(`http://localhost:${port}/`);
  if (contents.folder) url.searchParams.set('folder', decodeURIComponent(pathToFileURL(contents.folder).pathname));
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
