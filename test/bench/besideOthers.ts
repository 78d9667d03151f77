import path from 'node:path';
import {
  assertGoaccessReport,
  assertReport,
  assertSameCounts,
  countEntries,
  readCounts,
  readLnavCounts,
  readLineCount,
  type ClientCounts,
} from './checks';
import { figures, FIGURE_HEADS, markdownTable, median } from './figures';
import type { BenchInput } from './input';
import { createJobs, goaccessReport, missingPrograms, type Job, type JobId } from './jobs';
import { measure, type Measurement } from './measure';

/** A job with all its measurements. */
interface Result {
  readonly job: Job;
  readonly measurements: readonly Measurement[];
}

/** Measures ours and other programs on a log in turns, checks that they count alike; gives a table and what was checked. */
export async function benchBesideOthers(input: BenchInput, runs: number): Promise<string> {
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
  const leftOut = jobs.flatMap((job) => {
    const missing = missingPrograms(job);
    return missing.length === 0 ? [] : [`Left out: ${job.name}, ${missing.join(', ')} not installed.`];
  });
  return [createTable(results, input), '', ...leftOut, checked].join('\n');
}

function createTable(results: readonly Result[], input: BenchInput): string {
  const rows = results.map(({ job, measurements }) => [
    job.name,
    ...figures(measurements, input),
    `${(typical(measurements) / oursOn(job, results)).toFixed(2)} ×`,
  ]);
  return markdownTable(['program', ...FIGURE_HEADS, 'time, ours = 1'], rows);
}

function oursOn(job: Job, results: readonly Result[]): number {
  const ours = results.find((result) => result.job.isOurs && result.job.reads === job.reads);
  return ours === undefined ? Number.NaN : typical(ours.measurements);
}

function typical(measurements: readonly Measurement[]): number {
  return median(measurements.map(({ seconds }) => seconds));
}

/** Fast and wrong is worth nothing: throws unless all programs agree, else says in a sentence what was compared. */
async function checkResults(input: BenchInput, ran: ReadonlySet<JobId>): Promise<string> {
  const counts = await countEntries(input.log);
  await assertReport(outputOf(input, 'ours'), input, counts);
  await assertReport(outputOf(input, 'oursGzip'), input, counts);
  const compared: string[] = [];
  for (const [id, check] of Object.entries(checks)) {
    if (ran.has(id as JobId)) compared.push(await check(input, counts));
  }
  return compared.length === 0 ? 'Not checked: no other program is installed.' : `Checked: ${compared.join('; ')}.`;
}

/** What the output of other programs is compared with; each throws, or says what was the same. */
const checks: Partial<Record<JobId, (input: BenchInput, counts: ClientCounts) => Promise<string>>> = {
  async wc(input) {
    const lines = await readLineCount(outputOf(input, 'wc'));
    if (lines !== input.lines) throw new Error(`wc counts ${lines} of ${input.lines} lines.`);
    return 'wc counts as many lines';
  },
  async awk(input, counts) {
    assertSameCounts(counts, await readCounts(outputOf(input, 'awk')), 'awk');
    return `all ${counts.size.toLocaleString('en')} clients have the same counts in awk`;
  },
  async pipeline(input, counts) {
    const flooders = await readCounts(outputOf(input, 'pipeline'));
    assertSameCounts(only(flooders, counts), flooders, 'the pipeline');
    return `the ${flooders.size} flooding clients in the pipeline`;
  },
  async goaccess(input) {
    await assertGoaccessReport(goaccessReport(input.folder), input);
    return 'GoAccess took in every line';
  },
  async lnav(input, counts) {
    const busiest = await readLnavCounts(outputOf(input, 'lnav'));
    assertSameCounts(only(busiest, counts), busiest, 'lnav');
    return `the ${busiest.size} busiest clients in lnav`;
  },
};

function only(clients: ClientCounts, counts: ClientCounts): ClientCounts {
  return new Map([...clients.keys()].map((client) => [client, counts.get(client) ?? 0]));
}

function outputOf({ folder }: BenchInput, name: JobId): string {
  return path.join(folder, `${name}.out`);
}
