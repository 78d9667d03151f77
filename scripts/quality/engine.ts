import { writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { analyseLog } from '../../server/src/logAnalysis';
import { nodeDisk } from '../../server/src/nodeDisk';
import { readLogFile } from '../../server/src/readLogFile';
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

/** Reads and judges a log as the command line does. */
export async function analyse(file: string): Promise<Analysed> {
  const start = performance.now();
  const { findings, model } = analyseLog(await readLogFile(nodeDisk, file, undefined), file);
  const { rows, rejected } = model.table;
  return { findings, entries: rows, rejected: rejected.length, took: performance.now() - start };
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
