import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { assertGoaccessReport, assertReport, assertSameCounts, countEntries, readCounts } from './checks';
import { type BenchInput, prepareInput } from './input';
import { CLI, createJobs, goaccessReport, type JobId, missingPrograms } from './jobs';
import { measure, type Measurement } from './measure';
import { createTable, describeMachine } from './table';

const LEAST_RUNS = 3;

/** Measures the command line beside other programs on a generated log, checks that they count alike, prints a table. */
async function runBench(): Promise<void> {
  const { lines, runs } = readOptions();
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run `npm run build` first.');
  const input = await prepareInput(lines);
  const jobs = createJobs(input);
  const results = jobs
    .filter((job) => missingPrograms(job).length === 0)
    .map((job) => ({ job, measurements: [] as Measurement[] }));
  // In turns, so that a busy spell of the machine meets every program.
  for (let turn = 1; turn <= runs; turn += 1) {
    console.error(`Turn ${turn} of ${runs}`);
    for (const { job, measurements } of results) measurements.push(await measure(job, outputOf(input, job.id)));
  }
  const checked = await checkResults(input, new Set(results.map(({ job }) => job.id)));
  console.log(
    `${lines.toLocaleString('en')} lines, ${(input.bytes / 1e6).toFixed(1)} MB; ${runs} runs of each, in turns.`,
  );
  console.log(`${describeMachine()}.\n`);
  console.log(`${createTable(results, input)}\n`);
  for (const job of jobs) {
    const missing = missingPrograms(job);
    if (missing.length > 0) console.log(`Left out: ${job.name}, ${missing.join(', ')} not installed.`);
  }
  console.log(checked);
}

function readOptions(): { lines: number; runs: number } {
  const { values } = parseArgs({ options: { lines: { type: 'string' }, runs: { type: 'string' } } });
  const lines = Number(values.lines ?? 1_000_000);
  const runs = Number(values.runs ?? LEAST_RUNS);
  if (!Number.isSafeInteger(lines) || !Number.isSafeInteger(runs) || runs < LEAST_RUNS) {
    throw new Error(`Usage: npm run bench -- [--lines NUMBER] [--runs NUMBER, ${LEAST_RUNS} or more]`);
  }
  return { lines, runs };
}

/** Fast and wrong is worth nothing: throws unless all programs agree, else says in a sentence what was compared. */
async function checkResults(input: BenchInput, ran: ReadonlySet<JobId>): Promise<string> {
  const counts = await countEntries(input.log);
  await assertReport(outputOf(input, 'ours'), input, counts);
  await assertReport(outputOf(input, 'oursGzip'), input, counts);
  const compared: string[] = [];
  if (ran.has('awk')) {
    assertSameCounts(counts, await readCounts(outputOf(input, 'awk')), 'awk');
    compared.push(`all ${counts.size.toLocaleString('en')} clients have the same counts in awk`);
  }
  if (ran.has('pipeline')) {
    const flooders = await readCounts(outputOf(input, 'pipeline'));
    const ours = new Map([...flooders.keys()].map((client) => [client, counts.get(client) ?? 0]));
    assertSameCounts(ours, flooders, 'the pipeline');
    compared.push(`the ${flooders.size} flooding clients in the pipeline`);
  }
  if (ran.has('goaccess')) {
    await assertGoaccessReport(goaccessReport(input), input);
    compared.push('GoAccess took in every line');
  }
  return compared.length === 0 ? 'Not checked: no other program is installed.' : `Checked: ${compared.join('; ')}.`;
}

function outputOf({ folder }: BenchInput, name: JobId): string {
  return path.join(folder, `${name}.out`);
}

runBench().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
