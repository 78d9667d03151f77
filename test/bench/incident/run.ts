/**
 * Measures how an account's incident is put together: `npm run bench:incident -- [--runs N] [--only cli|editor]`. A million lines
 * in files of a day, half of them packed, and a site of 20,000 files are made; the command line and the editor's server read them
 * cold and, in the server, again. The results are tables in Markdown; docs/bench.md has those of one machine.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { medianAndLongest, milliseconds } from '../../editor/measure/figure';
import { describeMachine, markdownTable, median, peakOf, processorSecondsOf, secondsOf } from '../figures';
import { CLI } from '../jobs';
import { measureCommandLine } from './commandLine';
import { runInEditor, type EditorRun } from './editor';
import { prepareIncident, type BenchIncident } from './input';

const USUAL_RUNS = 3;
const MEBIBYTE = 1_048_576;

const parts = ['cli', 'editor'] as const;

async function runBench(): Promise<void> {
  const { runs, wanted } = readOptions();
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run `npm run build` first.');
  const incident = await prepareIncident();
  console.log(`${describeMachine()}; ${runs} runs of each.\n\n${describeInput(incident)}\n`);
  if (wanted.includes('cli')) console.log(`${await commandLineTable(incident, runs)}\n`);
  if (wanted.includes('editor')) console.log(`${await editorTable(incident, runs)}\n`);
}

function describeInput({ lines, logFiles, logBytes, site }: BenchIncident): string {
  const logs = `${lines.toLocaleString('en')} lines in ${logFiles} files (${megabytes(logBytes)} MB as they are)`;
  return `${logs}; ${site.files.toLocaleString('en')} files (${megabytes(site.phpBytes)} MB of PHP)`;
}

async function commandLineTable(incident: BenchIncident, runs: number): Promise<string> {
  const measurements = await measureCommandLine(incident, runs);
  const row = [
    '`log-site-audit incident --notice FILE --logs DIR --site DIR --json`',
    secondsOf(measurements),
    processorSecondsOf(measurements),
    peakOf(measurements),
  ];
  return markdownTable(['program', 'median s (min–max)', 'processor s', 'peak MiB'], [row]);
}

async function editorTable(incident: BenchIncident, runs: number): Promise<string> {
  const measured: EditorRun[] = [];
  for (let run = 0; run < runs; run++) measured.push(await runInEditor(incident));
  const answers = measured.flatMap((run) => run.answers).toSorted((a, b) => a - b);
  const peaks = measured.map(({ peakBytes }) => peakBytes).filter((peak) => peak !== undefined);
  return markdownTable(
    ['in the editor', ''],
    [
      ['put together', spread(measured, ({ built }) => built)],
      ['again, the site unchanged', spread(measured, ({ rebuilt }) => rebuilt)],
      ['progress told, times', median(measured.map(({ progress }) => progress)).toFixed(0)],
      ['stopped after it was cancelled', spread(measured, ({ cancelled }) => cancelled)],
      ['requests meanwhile', String(answers.length)],
      ['answered after, median', milliseconds(median(answers))],
      ['answered after, 99 %', milliseconds(answers[Math.floor(answers.length * 0.99)]!)],
      ['answered after, longest', milliseconds(answers.at(-1)!)],
      ['question of the dashboard', medianAndLongest(measured.flatMap((run) => run.dashboard))],
      ['server’s process at most', peaks.length === 0 ? 'not known' : `${(median(peaks) / MEBIBYTE).toFixed(0)} MiB`],
    ],
  );
}

/** The median of the runs, and the least and the most, of a time in ms. */
function spread(runs: readonly EditorRun[], pick: (run: EditorRun) => number): string {
  const times = runs.map(pick);
  return `${milliseconds(median(times))} (${milliseconds(Math.min(...times))}–${milliseconds(Math.max(...times))})`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function readOptions(): { readonly runs: number; readonly wanted: readonly (typeof parts)[number][] } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { runs: text, only: text } });
  const runs = Number(values.runs ?? USUAL_RUNS);
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (!Number.isSafeInteger(runs) || runs < 1 || wanted.length === 0) {
    throw new Error(`Usage: npm run bench:incident -- [--runs N] [--only ${parts.join('|')}]`);
  }
  return { runs, wanted };
}

runBench().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
