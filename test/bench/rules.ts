// What the rules cost: npx tsx test/bench/rules.ts [--lines N] [--runs N] [LOG…]
// Prints processor time of each rule and of what rules share, on the log of the bench and on a day of attacks, or on the logs
// given: in a process of its own, as the command line runs them (first), and once everything is compiled (later).
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { describeMachine, markdownTable, median } from './figures';
import { prepareAttackDay, prepareInput } from './input';
import type { Costs } from './ruleProbe';

/** Processes, each of which judges the log so often. */
const USUAL_PROCESSES = 3;
const RUNS_EACH = 4;
/** What costs less all in all is told of together. */
const LEAST_SHOWN = 1;
/** Reading and grouping, which come before the rules. */
const BEFORE_RULES = 2;
const MOST_OUTPUT = 64 * 1024 * 1024;

const run = promisify(execFile);

async function benchRules(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { lines: { type: 'string', default: '1000000' }, runs: { type: 'string', default: `${USUAL_PROCESSES}` } },
    allowPositionals: true,
  });
  const lines = Number(values.lines);
  const logs = positionals.length > 0 ? positionals : [(await prepareInput(lines)).log, await prepareAttackDay(lines)];
  const folder = await mkdtemp(path.join(tmpdir(), 'log-site-audit-rules-'));
  try {
    const probe = path.join(folder, 'probe.js');
    // As `npm run build` makes the command line.
    await build({
      entryPoints: [path.join(__dirname, 'ruleProbe.ts')],
      outfile: probe,
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
    });
    console.log(`${describeMachine()}; medians of ${values.runs} processes, ms of processor time.\n`);
    for (const log of logs) console.log(`${path.basename(log)}\n\n${await tableOf(probe, log, Number(values.runs))}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function tableOf(probe: string, log: string, processes: number): Promise<string> {
  const [first, later]: [Costs[], Costs[]] = [[], []];
  for (let each = 0; each < processes; each++) {
    const { stdout } = await run(process.execPath, [probe, log, `${RUNS_EACH}`], { maxBuffer: MOST_OUTPUT });
    const [cold, ...warm] = JSON.parse(stdout) as [Costs, ...Costs[]];
    first.push(cold);
    later.push(...warm);
  }
  const figures = first[0]!.map(([name], at) => ({ name, first: typical(first, at), later: typical(later, at) }));
  const judging = figures.slice(BEFORE_RULES);
  const small = judging.filter((each) => each.first < LEAST_SHOWN);
  const shown = figures.filter((each) => !small.includes(each));
  return markdownTable(
    ['', 'first', 'later'],
    [
      ...shown.map((each) => rowOf(each.name, [each])),
      rowOf(`${small.length} others`, small),
      rowOf('**all rules**', judging),
    ],
  );
}

function typical(runs: readonly Costs[], at: number): number {
  return median(runs.map((costs) => costs[at]![1]));
}

interface Figure {
  readonly name: string;
  readonly first: number;
  readonly later: number;
}

function rowOf(name: string, figures: readonly Figure[]): string[] {
  const sum = (pick: (figure: Figure) => number): string =>
    figures.reduce((all, each) => all + pick(each), 0).toFixed(1);
  return [name, sum((each) => each.first), sum((each) => each.later)];
}

benchRules().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
