import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { killTree, ownGroup } from './processTree';
import { registryVsCode } from './registryVsCode';

/** How to start a VS Code server. */
export interface ServerOptions {
  /** `code-server` version. */
  readonly version: string;
  /** Folder for settings and state, see `prepareUserData`. */
  readonly userDataFolder: string;
  readonly extensionsFolder: string;
  /** VS Code's display language; needs a language pack in the user data folder. Undefined means English. */
  readonly locale?: string;
  /** Turns Workspace Trust off, so that every folder counts as trusted. Without it folders open in Restricted Mode. */
  readonly trustEverything?: boolean;
  /** Called with each piece that the server prints. */
  readonly onOutput?: (text: string) => void;
}

/** A running VS Code server on a free port of the loopback interface. */
export interface VsCodeServer {
  readonly port: number;
  /** Id of the process that starts all others. */
  readonly processId: number;
  /** Resolves when the server process has ended, by itself or stopped. */
  readonly ended: Promise<void>;
  /** Ends the server with its extension hosts. */
  stop(): void;
}

const startTimeoutMilliseconds = 60_000;

/** Starts the VS Code server of a registry version, installing that version first when it is not there yet. */
export async function startServer(options: ServerOptions): Promise<VsCodeServer> {
  const child = await spawnVsCode(options, [
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    '--user-data-dir',
    options.userDataFolder,
    // The server looks for language packs here.
    '--server-data-dir',
    options.userDataFolder,
    '--extensions-dir',
    options.extensionsFolder,
    // Since about 1.139 a page reports the end of a test run only with this flag.
    '--enable-smoke-test-driver',
    ...(options.locale ? ['--locale', options.locale] : []),
    ...(options.trustEverything ? ['--disable-workspace-trust'] : []),
  ]);
  const stop = (): void => killTree(child);
  process.once('exit', stop);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(() => process.off('exit', stop));
  try {
    // A process that reported its port has an id.
    return { port: await reportedPort(child), processId: child.pid!, ended, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * Installs a packaged extension into an extensions folder, as `code --install-extension` does.
 *
 * @throws Error with VS Code's words when it refuses the package
 */
export async function installExtension(
  options: Pick<ServerOptions, 'version' | 'extensionsFolder' | 'userDataFolder'>,
  vsixFile: string,
): Promise<void> {
  let output = '';
  const onOutput = (text: string): void => void (output += text);
  const child = await spawnVsCode({ ...options, onOutput }, [
    '--install-extension',
    vsixFile,
    '--extensions-dir',
    options.extensionsFolder,
    '--server-data-dir',
    options.userDataFolder,
    '--user-data-dir',
    options.userDataFolder,
  ]);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Error(`VS Code ${options.version} did not install ${vsixFile}:\n${output}`);
  }
}

async function spawnVsCode(
  options: Pick<ServerOptions, 'version' | 'onOutput'>,
  args: readonly string[],
): Promise<ChildProcess> {
  const vsCode = await registryVsCode(options.version);
  const program = join(__dirname, 'registryServer.mjs');
  const child = spawn(vsCode.node, [program, vsCode.serverModule, ...args], {
    ...ownGroup,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // No extension gallery: nothing is to leave the machine.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', NODE_OPTIONS: '' },
  });
  const report = (chunk: Buffer): void => options.onOutput?.(chunk.toString());
  child.stdout?.on('data', report);
  child.stderr?.on('data', report);
  return child;
}

function reportedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The VS Code server did not start in time.')),
      startTimeoutMilliseconds,
    );
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The VS Code server ended with code ${code} before it was ready.`)));
    child.on('message', (message) => {
      if (typeof message !== 'object' || !('port' in message) || typeof message.port !== 'number') return;
      clearTimeout(timer);
      resolve(message.port);
    });
  });
}
