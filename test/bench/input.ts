import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writeLog } from '../../scripts/quality/engine';
import { AttackDay } from '../../scripts/traffic/campaigns/attackDay';
import { floodedWeek, WEEK_VERSION } from '../../scripts/traffic/floodedWeek';
import { japaneseMidnight } from '../../scripts/traffic/lines';
import type { LogFormatName } from '../../scripts/traffic/otherLines';

const SEED = 20_211_101;
/** A log of more lines has more weeks: a site's log grows by days. */
const LINES_A_WEEK = 1_000_000;

/** A generated log on disk. */
export interface BenchInput {
  /** Folder for what the measured programs write. */
  readonly folder: string;
  readonly log: string;
  /** The same log, compressed. */
  readonly gzip: string;
  readonly format: LogFormatName;
  readonly lines: number;
  /** Bytes of the log, uncompressed. */
  readonly bytes: number;
}

/** Makes a log of `lines` requests and its .gz, unless an earlier run left them in the system's temporary folder. */
export async function prepareInput(lines: number, format: LogFormatName = 'combined'): Promise<BenchInput> {
  const folder = await inputFolder();
  const log = path.join(folder, `week-${WEEK_VERSION}-${SEED}-${format}-${lines}.log`);
  const gzip = `${log}.gz`;
  await makeOnce(log, (file) => pipeline(Readable.from(textOf(lines, format)), createWriteStream(file)));
  await makeOnce(gzip, (file) => pipeline(createReadStream(log), createGzip(), createWriteStream(file)));
  await warmFileCache(log);
  await warmFileCache(gzip);
  return { folder, log, gzip, format, lines, bytes: (await stat(log)).size };
}

/** Makes a day with an attack of each family, of some more than `lines` requests, unless an earlier run left it; gives its path. */
export async function prepareAttackDay(lines: number): Promise<string> {
  const log = path.join(await inputFolder(), `attack-day-${SEED}-${lines}.log`);
  const day = new AttackDay({ seed: SEED, start: japaneseMidnight(2021, 11, 1), lines });
  await makeOnce(log, (file) => writeLog(file, day.requests()));
  return log;
}

/** Folder of made inputs and of what measured programs write, in the system's temporary folder; made when it is not there. */
export async function inputFolder(): Promise<string> {
  const folder = path.join(tmpdir(), `log-site-audit-bench-${process.getuid?.() ?? 'user'}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Deletes a log that is too large to be left behind. */
export async function removeInput({ log, gzip }: BenchInput): Promise<void> {
  await rm(log, { force: true });
  await rm(gzip, { force: true });
}

function* textOf(lines: number, format: LogFormatName): Generator<string> {
  for (let week = 0; week * LINES_A_WEEK < lines; week++) {
    const left = Math.min(LINES_A_WEEK, lines - week * LINES_A_WEEK);
    yield* floodedWeek({ seed: SEED, lines: left, format, week });
  }
}

/** Programs are measured, not the disk: whoever comes first must find the file in memory like everyone else. */
async function warmFileCache(file: string): Promise<void> {
  for await (const piece of createReadStream(file)) void piece;
}

/** Writes a file or folder beside the target first: a run that was broken off leaves no half input behind for the next. */
export async function makeOnce(target: string, write: (file: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) return;
  await write(`${target}.part`);
  await rename(`${target}.part`, target);
}
