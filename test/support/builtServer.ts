import { fork, type ChildProcess } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';
import { TestClient, type EditorOptions } from './testClient';

/** Bundles server and worker as they are shipped into `folder`, with the data beside them; gives the server's script. */
export async function buildServer(folder: string): Promise<string> {
  const dist = path.join(folder, 'dist');
  await build({
    entryPoints: {
      server: 'server/src/main.ts',
      worker: 'server/src/worker.ts',
      partWorker: 'server/src/partWorker.ts',
      addressWorker: 'server/src/addressWorker.ts',
    },
    outdir: dist,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  await cp('data', path.join(folder, 'data'), { recursive: true });
  return path.join(dist, 'server.js');
}

/** A server in a process of its own, as VS Code starts it. */
export interface ServerProcess {
  readonly client: TestClient;
  readonly process: ChildProcess;
  /** Says goodbye and gives the exit code. */
  stop(): Promise<number | null>;
}

/** @param how options of Node, and variables of the environment, that the process gets beside the usual ones */
export function startBuiltServer(
  script: string,
  options: EditorOptions = {},
  how: { readonly execArgv?: string[]; readonly env?: NodeJS.ProcessEnv } = {},
): ServerProcess {
  const env = { ...process.env, ...how.env };
  const server = fork(script, ['--node-ipc'], { ...how, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const client = new TestClient(new IPCMessageReader(server), new IPCMessageWriter(server), options);
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  return {
    client,
    process: server,
    async stop() {
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      return ended;
    },
  };
}
