// `npm run quality`: how well the rules tell attacks from ordinary traffic. See CONTRIBUTING.md.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateFolder } from './evaluate';
import { familyLines } from './families';
import { measureQuality, type Quality } from './measure';
import { missedTargets, reportLines, summarise } from './report';

const USAGE =
  'Usage: npm run quality -- [FOLDER] [--seed NUMBER] [--runs NUMBER] [--lines NUMBER, 10000 or more] [--keep FOLDER]';

async function run(): Promise<void> {
  const { evaluated, ...options } = readOptions();
  if (evaluated !== undefined) return print(await evaluateFolder(evaluated));
  const folder = options.keep ?? (await mkdtemp(path.join(tmpdir(), 'log-site-audit-quality-')));
  try {
    await measureRuns(folder, options);
  } finally {
    if (options.keep === undefined) await rm(folder, { recursive: true });
  }
}

async function measureRuns(folder: string, { seed, runs, lines }: RunOptions): Promise<void> {
  const qualities: Quality[] = [];
  for (let each = seed; each < seed + runs; each += 1) {
    const quality = await measureQuality({ folder, seed: each, lines });
    qualities.push(quality);
    print([...reportLines(quality), summaryLine(each, quality), '']);
  }
  const missed = missedTargets(qualities.map(summarise));
  if (missed.length > 0) process.exitCode = 1;
  print([...familyLines(qualities), '', ...missed.map((problem) => `Missed: ${problem}`)]);
}

/** What is measured, and where its logs are kept; `undefined`: nowhere. */
interface RunOptions {
  readonly seed: number;
  readonly runs: number;
  readonly lines: number;
  readonly keep: string | undefined;
}

function readOptions(): RunOptions & { readonly evaluated: string | undefined } {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '1' },
      lines: { type: 'string', default: '1000000' },
      keep: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [seed, runs, lines] = [Number(values.seed), Number(values.runs), Number(values.lines)];
  const isUsable = [seed, runs, lines].every((each) => Number.isSafeInteger(each) && each > 0) && lines >= 10_000;
  if (!isUsable || positionals.length > 1) throw new Error(USAGE);
  return { evaluated: positionals[0], seed, runs, lines, keep: values.keep };
}

function summaryLine(seed: number, quality: Quality): string {
  const { found, campaigns, accused, monthErrors, monthWarnings } = summarise(quality);
  return `Seed ${seed}: ${found} of ${campaigns} campaigns found; ${accused} clean clients accused; clean month: ${monthErrors} errors, ${monthWarnings} warnings.`;
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
