import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { floodedWeek, WEEK_VERSION } from '../../scripts/traffic/floodedWeek';

const SEED = 20_211_101;

/** A generated log on disk. */
export interface BenchInput {
  /** Folder for what the measured programs write. */
  readonly folder: string;
  readonly log: string;
  /** The same log, compressed. */
  readonly gzip: string;
  readonly lines: number;
  /** Bytes of the log, uncompressed. */
  readonly bytes: number;
}

/** Makes a log of `lines` lines and its .gz, unless an earlier run left them in the system's temporary folder. */
export async function prepareInput(lines: number): Promise<BenchInput> {
  const folder = path.join(tmpdir(), `log-site-audit-bench-${process.getuid?.() ?? 'user'}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const log = path.join(folder, `week-${WEEK_VERSION}-${SEED}-${lines}.log`);
  const gzip = `${log}.gz`;
  await makeOnce(log, (file) =>
    pipeline(Readable.from(floodedWeek({ seed: SEED, lines, format: 'combined' })), createWriteStream(file)),
  );
  await makeOnce(gzip, (file) => pipeline(createReadStream(log), createGzip(), createWriteStream(file)));
  await warmFileCache(log);
  await warmFileCache(gzip);
  return { folder, log, gzip, lines, bytes: (await stat(log)).size };
}

/** Programs are measured, not the disk: whoever comes first must find the file in memory like everyone else. */
async function warmFileCache(file: string): Promise<void> {
  for await (const piece of createReadStream(file)) void piece;
}

/** Writes beside the target first: a run that was broken off leaves no half log behind for the next. */
async function makeOnce(target: string, write: (file: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) return;
  await write(`${target}.part`);
  await rename(`${target}.part`, target);
}
