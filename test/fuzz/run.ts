/**
 * Fuzzes the reading of logs: `npm run fuzz -- [--minutes 10] [--seed N]`. Prints what was read and the slowest case; a case that
 * fails is written to a file and ends the run with exit code 1. `npm run fuzz -- --case N` runs one case alone.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, FuzzFailure, type FuzzFigures } from './fuzz';
import { checkHugeLine, checkLinearTime } from './hugeLogs';

const MS_PER_MINUTE = 60_000;

async function run(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { minutes: option, seed: option, case: option } });
  const minutes = Number(values.minutes ?? 1);
  const seed = Number(values.case ?? values.seed ?? Date.now() % 1_000_000_000);
  if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
    throw new Error('Usage: npm run fuzz -- [--minutes N] [--seed N | --case N]');
  }
  if (values.case !== undefined) return print(await fuzz(seed, ({ cases }) => cases === 1));
  console.log(`Seed ${seed}, ${minutes} minutes.`);
  const end = performance.now() + minutes * MS_PER_MINUTE;
  print(await fuzz(seed, () => performance.now() >= end));
  for (const line of await checkLinearTime()) console.log(line);
  console.log(await checkHugeLine());
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function print({ cases, lines, entries, bytes, formats, slowest }: FuzzFigures): void {
  console.log(`${count(cases)} cases, ${count(lines)} lines, ${count(entries)} entries, ${count(bytes / 1e6)} MB.`);
  console.log(`${formats.size} formats: ${[...formats.keys()].toSorted().join(', ')}.`);
  const time = slowest.microsecondsPerByte.toFixed(1);
  console.log(
    `Slowest: case ${slowest.seed} (${slowest.kind}, ${count(slowest.bytes)} bytes), ${time} µs a byte in all ways.`,
  );
}

run().catch((error: unknown) => {
  console.error(error instanceof FuzzFailure ? error.cause : error);
  if (error instanceof FuzzFailure) {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'fuzz-')), 'case.log');
    writeFileSync(file, error.bytes);
    console.error(`${error.message.split('\n')[0]}\nIts bytes: ${file}`);
  }
  process.exitCode = 1;
});
