import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addressDataSource } from '../../server/src/address/addressDataSource';
import { ExitCode } from '../../server/src/cli/commandLine';
import { runLogCommand } from '../../server/src/cli/logCommand';
import { nodeDisk } from '../../server/src/nodeDisk';
import type { Finding } from '../../server/src/rules/finding';
import { createLineWriter, type LoggedRequest } from '../traffic/lines';

const HOST = 'shop.example.jp';
/** Lines that are joined before they are written. */
const LINES_OF_A_CHUNK = 4_000;

/** What the engine made of a log. */
export interface Analysed {
  readonly findings: readonly Finding[];
  readonly entries: number;
  readonly rejected: number;
  /** Time that reading and judging took, ms. */
  readonly took: number;
}

/** The network data that comes with the extension; crawlers are told from impostors by it. */
const addressData = addressDataSource(() =>
  nodeDisk.read(path.join(__dirname, '..', '..', 'data', 'addresses.bin.br')),
);

/** Reads and judges a log by the command line's own command. Rejects when the log can't be read. */
export async function analyse(file: string): Promise<Analysed> {
  const start = performance.now();
  const [output, errors]: [string[], string[]] = [[], []];
  const code = await runLogCommand(
    [file, '--json'],
    (line) => output.push(line),
    (line) => errors.push(line),
    nodeDisk,
    undefined,
    addressData,
  );
  if (code === ExitCode.failed) throw new Error(errors.join('\n'));
  const { logs, findings } = JSON.parse(output.join('\n')) as Answer;
  const [log] = logs;
  return { findings, entries: log?.entries ?? 0, rejected: log?.rejected ?? 0, took: performance.now() - start };
}

/** What the command prints, as far as it matters here. */
interface Answer {
  readonly logs: readonly { readonly entries: number; readonly rejected: number }[];
  readonly findings: readonly Finding[];
}

/** Writes requests as a log in Apache's combined format. */
export async function writeLog(file: string, requests: Iterable<LoggedRequest>): Promise<void> {
  await pipeline(Readable.from(chunks(requests)), createWriteStream(file));
}

export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 1)}\n`);
}

function* chunks(requests: Iterable<LoggedRequest>): Generator<string> {
  const write = createLineWriter('combined', HOST);
  let lines: string[] = [];
  for (const request of requests) {
    lines.push(write(request));
    if (lines.length < LINES_OF_A_CHUNK) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
