/**
 * Fuzzes the reading of logs, sites and hosts' texts: `npm run fuzz -- [--of logs|php|settings|markup|notices] [--minutes 10] [--seed N]`. Prints what was
 * read and the slowest case; a case that fails is written to a file and ends the run with exit code 1. `npm run fuzz -- --case N`
 * runs one case alone.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, FuzzFailure, type FuzzFigures } from './fuzz';
import { checkHugeLine, checkLinearTime } from './hugeLogs';
import { fuzzSite, SITE_TARGETS, SiteFuzzFailure, type SiteFuzzFigures } from './site/fuzzSite';

const MS_PER_MINUTE = 60_000;
const LOGS = 'logs';

/** What is fuzzed, and how long. */
interface Options {
  readonly of: string;
  readonly seed: number;
  readonly minutes: number;
  /** Only the case of the seed. */
  readonly isOneCase: boolean;
}

async function run(): Promise<void> {
  const options = readOptions();
  const { of, seed, minutes, isOneCase } = options;
  if (!isOneCase) console.log(`Seed ${seed}, ${minutes} minutes of ${of}.`);
  const end = performance.now() + minutes * MS_PER_MINUTE;
  const isDone = ({ cases }: { readonly cases: number }): boolean =>
    isOneCase ? cases === 1 : performance.now() >= end;
  const target = SITE_TARGETS[of];
  if (target !== undefined) return printSite(fuzzSite(target, seed, isDone));
  printLogs(await fuzz(seed, isDone));
  if (isOneCase) return;
  for (const line of await checkLinearTime()) console.log(line);
  console.log(await checkHugeLine());
}

function readOptions(): Options {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { of: option, minutes: option, seed: option, case: option } });
  const { of = LOGS } = values;
  const minutes = Number(values.minutes ?? 1);
  const seed = Number(values.case ?? values.seed ?? Date.now() % 1_000_000_000);
  const targets = [LOGS, ...Object.keys(SITE_TARGETS)];
  if (!targets.includes(of) || !(minutes > 0) || !Number.isSafeInteger(seed)) {
    throw new Error(`Usage: npm run fuzz -- [--of ${targets.join('|')}] [--minutes N] [--seed N | --case N]`);
  }
  return { of, seed, minutes, isOneCase: values.case !== undefined };
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function printLogs({ cases, lines, entries, bytes, formats, slowest }: FuzzFigures): void {
  console.log(`${count(cases)} cases, ${count(lines)} lines, ${count(entries)} entries, ${count(bytes / 1e6)} MB.`);
  console.log(`${formats.size} formats: ${[...formats.keys()].toSorted().join(', ')}.`);
  const time = slowest.microsecondsPerByte.toFixed(1);
  console.log(
    `Slowest: case ${slowest.seed} (${slowest.kind}, ${count(slowest.bytes)} bytes), ${time} µs a byte in all ways.`,
  );
}

function printSite({ cases, bytes, suspicious, slowest }: SiteFuzzFigures): void {
  console.log(`${count(cases)} cases, ${count(bytes / 1e6)} MB, something suspicious in ${count(suspicious)}.`);
  console.log(
    `Slowest: case ${slowest.seed} (${slowest.path}, ${count(slowest.bytes)} bytes), ${slowest.ms.toFixed(0)} ms of processor time.`,
  );
}

/** Keeps the bytes of a case that failed, and says where. */
function keep(name: string, bytes: Uint8Array, message: string): void {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'fuzz-')), name);
  writeFileSync(file, bytes);
  console.error(`${message.split('\n')[0]}\nIts bytes: ${file}`);
}

run().catch((error: unknown) => {
  const isCase = error instanceof FuzzFailure || error instanceof SiteFuzzFailure;
  console.error(isCase ? error.cause : error);
  if (error instanceof FuzzFailure) keep('case.log', error.bytes, error.message);
  if (error instanceof SiteFuzzFailure) keep(path.basename(error.file.path), error.file.bytes, error.message);
  process.exitCode = 1;
});
