import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { get, type OutgoingHttpHeaders } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** An address of this computer's own network that visitors come from who are let in. */
export const FRIEND = '127.0.0.1';
/** A server that does not answer within this time, in ms, has not started. */
const LONGEST_START = 10_000;
const BETWEEN_TRIES = 50;

/** How a web server is started for a test. */
export interface ServerKind {
  /** Where the program is; `undefined` where it is not installed. */
  readonly program: string | undefined;
  /** What its configuration says. */
  readonly configuration: (site: ServedSite) => string;
  /** Words behind the program that check a configuration, and that run it in the foreground. */
  readonly check: (file: string) => readonly string[];
  readonly run: (file: string) => readonly string[];
}

/** What a server is to serve. */
export interface ServedSite {
  /** Folder for all that the server writes. */
  readonly folder: string;
  /** Document root. */
  readonly root: string;
  /** File for what the server says. */
  readonly log: string;
  readonly port: number;
  /** Lines for the server's own configuration. */
  readonly rules: string;
}

/** A server that runs until it is stopped. */
export interface RunningServer {
  /** What a visitor from an address gets for a path. */
  status(target: string, from?: string, headers?: OutgoingHttpHeaders): Promise<number>;
  stop(): Promise<void>;
}

/** Where a program is; system programs are often not on the path of ordinary users. */
export function programPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/**
 * Serves files with rules, when the server's own check takes the configuration.
 * @param files of the site by their paths
 * @param rules lines for the server's own configuration, beside what an .htaccess among the files says
 * @throws with the server's words when its check refuses the configuration, or when it does not start
 */
export async function serve(
  kind: ServerKind,
  folder: string,
  files: Readonly<Record<string, string>>,
  rules = '',
): Promise<RunningServer> {
  const log = path.join(folder, 'server.log');
  const site = { folder, root: path.join(folder, 'site'), log, port: await freePort(), rules };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(site.root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  // A server that was started by root serves as somebody else.
  await chmod(folder, 0o755);
  const configuration = path.join(folder, 'server.conf');
  await writeFile(configuration, kind.configuration(site));
  const { status, stderr } = spawnSync(kind.program!, kind.check(configuration), { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const output = await open(log, 'a');
  const server = spawn(kind.program!, kind.run(configuration), { stdio: ['ignore', output.fd, output.fd] });
  await output.close();
  await started(server, site);
  return {
    status: (target, from = FRIEND, headers = {}) => statusOf(site.port, target, from, headers),
    async stop() {
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, FRIEND);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function started(server: ChildProcess, { port, log }: ServedSite): Promise<void> {
  for (
    const end = Date.now() + LONGEST_START;
    Date.now() < end && server.exitCode === null;
    await wait(BETWEEN_TRIES)
  ) {
    const answers = await statusOf(port, '/', FRIEND, {}).catch(() => undefined);
    if (answers !== undefined) return;
  }
  server.kill('SIGKILL');
  throw new Error(`The server does not answer: ${await readFile(log, 'utf8')}`);
}

async function statusOf(
  port: number,
  target: string,
  localAddress: string,
  headers: OutgoingHttpHeaders,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get({ host: FRIEND, port, path: target, localAddress, headers, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject);
  });
}
