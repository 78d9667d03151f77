/**
 * Measures the command line: `npm run bench -- [--lines N] [--runs N] [--large] [--only others|formats|growth]`. The results
 * are tables in Markdown; docs/bench.md has those of one machine. `--large` adds logs of ten million lines (2.5 GB each in the
 * temporary folder, deleted at once).
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBesideOthers } from './besideOthers';
import { describeMachine } from './figures';
import { benchFormats, benchGrowth } from './formats';
import { prepareInput } from './input';
import { CLI } from './jobs';

const LEAST_RUNS = 3;
const USUAL_LINES = 1_000_000;
const FEW_LINES = 100_000;
const MANY_LINES = 10_000_000;

const parts = ['others', 'formats', 'growth'] as const;
type Part = (typeof parts)[number];

interface Options {
  readonly lines: number;
  readonly runs: number;
  readonly isLarge: boolean;
  readonly wanted: readonly Part[];
}

async function runBench(): Promise<void> {
  const { lines, runs, isLarge, wanted } = readOptions();
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run `npm run build` first.');
  console.log(`${describeMachine()}; ${runs} runs of each, in turns.\n`);
  if (wanted.includes('others')) {
    const input = await prepareInput(lines);
    console.log(`${lines.toLocaleString('en')} lines, ${(input.bytes / 1e6).toFixed(0)} MB\n`);
    console.log(`${await benchBesideOthers(input, runs)}\n`);
  }
  const large = isLarge ? [MANY_LINES] : [];
  if (wanted.includes('formats')) console.log(`${await benchFormats([USUAL_LINES, ...large], runs)}\n`);
  if (wanted.includes('growth')) console.log(`${await benchGrowth([FEW_LINES, USUAL_LINES, ...large], runs)}\n`);
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { lines: text, runs: text, only: text, large: { type: 'boolean' } } });
  const lines = Number(values.lines ?? USUAL_LINES);
  const runs = Number(values.runs ?? LEAST_RUNS);
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (!Number.isSafeInteger(lines) || !Number.isSafeInteger(runs) || runs < LEAST_RUNS || wanted.length === 0) {
    throw new Error(
      `Usage: npm run bench -- [--lines N] [--runs N, ${LEAST_RUNS} or more] [--large] [--only ${parts.join('|')}]`,
    );
  }
  return { lines, runs, isLarge: values.large ?? false, wanted };
}

runBench().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
