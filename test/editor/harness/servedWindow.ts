import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFiles, prepareUserData } from './userData';
import { installExtension, startServer } from './vsCodeServer';
import { workbenchUrl } from './workbenchUrl';

/** What a window of a VS Code from the registry starts with. */
export interface ServedWindowOptions {
  /** `code-server` version, see versions.ts. */
  readonly version: string;
  /** Folder to open, absolute; undefined opens an empty window. */
  readonly folder?: string;
  /** Files to open: absolute paths, or URIs. */
  readonly files?: readonly (string | URL)[];
  /** Packaged extensions to install first. */
  readonly vsixFiles?: readonly string[];
  /** Display language; undefined means English. */
  readonly locale?: string;
  /** Opens the folder as trusted; otherwise it opens in Restricted Mode. */
  readonly trusted?: boolean;
  /** VS Code user settings beyond the quiet defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files that extensions kept in earlier sessions, by their path below VS Code's folder for that, with `/`. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** A window that a browser can open as long as it is not stopped. */
export interface ServedWindow {
  readonly url: string;
  /** Id of the process that starts all others of this VS Code. */
  readonly processId: number;
  /** Resolves when VS Code has ended, by itself or stopped. */
  readonly ended: Promise<void>;
  /** Ends VS Code and removes its settings and extensions. */
  stop(this: void): Promise<void>;
}

/** Starts a VS Code from the registry with fresh settings and these extensions alone. */
export async function serveWindow(options: ServedWindowOptions): Promise<ServedWindow> {
  const { version, locale } = options;
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'editor-window-'));
  const userDataFolder = join(temporaryFolder, 'user-data');
  const extensionsFolder = join(temporaryFolder, 'extensions');
  const removeFolder = (): Promise<void> => rm(temporaryFolder, { recursive: true, force: true, maxRetries: 3 });
  try {
    await prepareUserData(userDataFolder, locale, options.settings);
    await keepFiles(userDataFolder, options.kept);
    for (const file of options.vsixFiles ?? []) {
      await installExtension({ version, userDataFolder, extensionsFolder }, file);
    }
    const server = await startServer({
      version,
      userDataFolder,
      extensionsFolder,
      locale,
      trustEverything: options.trusted,
    });
    const stop = async (): Promise<void> => {
      server.stop();
      await server.ended;
      await removeFolder();
    };
    return { url: workbenchUrl(server.port, options), processId: server.processId, ended: server.ended, stop };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}
