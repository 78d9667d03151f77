import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { markdownTable, median, peakOf, processorSecondsOf, secondsOf } from '../figures';
import { inputFolder } from '../input';
import { measure, type Measurement } from '../measure';
import { HOSTILE_FILES } from './hostileContents';
import type { HostileFile } from './hostileFile';
import { auditOf } from './siteJobs';

const HEADS = ['file', 'KB', 'median s (min–max)', 'processor s', 'peak MiB'];
const SHOWN = 10;

interface Judged {
  readonly what: string;
  readonly bytes: number;
  readonly measurements: readonly Measurement[];
}

/** Measures the audit of each file that was made to take long, alone in a process; gives a table of the slowest. */
export async function benchHostileFiles(runs: number): Promise<string> {
  const folder = await mkdtemp(path.join(await inputFolder(), 'hostile-'));
  try {
    const results: Judged[] = [];
    for (const [number, hostile] of HOSTILE_FILES.entries()) {
      console.error(`${number + 1} of ${HOSTILE_FILES.length}: ${hostile.what}`);
      results.push(await judge(path.join(folder, `${number}`), hostile, runs));
    }
    const sorted = results.toSorted((a, b) => secondsEach(b) - secondsEach(a));
    const rows = sorted
      .slice(0, SHOWN)
      .map(({ what, bytes, measurements }) => [
        what,
        (bytes / 1e3).toFixed(0),
        secondsOf(measurements),
        processorSecondsOf(measurements),
        peakOf(measurements),
      ]);
    return `The slowest ${SHOWN} of ${results.length}:\n\n${markdownTable(HEADS, rows)}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function judge(folder: string, { name, what, content }: HostileFile, runs: number): Promise<Judged> {
  const file = path.join(folder, name);
  await mkdir(folder);
  await writeFile(file, content());
  const measurements: Measurement[] = [];
  for (let run = 0; run < runs; run++) measurements.push(await measure(auditOf(folder, what), `${folder}.out`));
  return { what, bytes: (await stat(file)).size, measurements };
}

function secondsEach({ measurements }: Judged): number {
  return median(measurements.map(({ seconds }) => seconds));
}
