import path from 'node:path';
import type { LogFormatName } from '../../scripts/traffic/otherLines';
import { figures, FIGURE_HEADS, markdownTable, median } from './figures';
import { prepareInput, removeInput, type BenchInput } from './input';
import { ours } from './jobs';
import { measure, type Measurement } from './measure';

/** Logs above so many lines are deleted when they were measured. */
const MOST_KEPT_LINES = 1_000_000;

/** The formats that are measured, with their names for people. */
const FORMATS: Readonly<Partial<Record<LogFormatName, string>>> = {
  combined: 'combined',
  vhostCombined: 'combined with virtual host',
  ltsv: 'LTSV',
  json: 'JSON',
  w3c: 'W3C extended (IIS)',
  nginxError: 'nginx’s error log',
};

/** Measures ours on every format, plain and compressed, with each number of lines. Gives a table. */
export async function benchFormats(sizes: readonly number[], runs: number): Promise<string> {
  const rows: string[][] = [];
  for (const lines of sizes) {
    for (const [format, name] of Object.entries(FORMATS)) {
      rows.push(...(await measureLog(lines, format as LogFormatName, name, runs)));
    }
  }
  return markdownTable(['log', 'lines', 'MB', ...FIGURE_HEADS, 'ns a line'], rows);
}

/** Measures ours on logs of one format that grow. Gives a table. */
export async function benchGrowth(sizes: readonly number[], runs: number): Promise<string> {
  const rows: string[][] = [];
  for (const lines of sizes) rows.push(...(await measureLog(lines, 'combined', 'combined', runs)));
  return markdownTable(['log', 'lines', 'MB', ...FIGURE_HEADS, 'ns a line'], rows);
}

async function measureLog(lines: number, format: LogFormatName, name: string, runs: number): Promise<string[][]> {
  const input = await prepareInput(lines, format);
  try {
    return [
      await measureFile(input, input.log, name, runs),
      await measureFile(input, input.gzip, `${name}, .gz`, runs),
    ];
  } finally {
    if (lines > MOST_KEPT_LINES) await removeInput(input);
  }
}

async function measureFile(input: BenchInput, file: string, name: string, runs: number): Promise<string[]> {
  const measurements: Measurement[] = [];
  for (let run = 0; run < runs; run++) {
    measurements.push(await measure(ours(file, name), path.join(input.folder, 'format.out')));
  }
  const seconds = median(measurements.map((each) => each.seconds));
  console.error(`${name}, ${input.lines.toLocaleString('en')} lines: ${seconds.toFixed(2)} s`);
  return [
    name,
    input.lines.toLocaleString('en'),
    (input.bytes / 1e6).toFixed(0),
    ...figures(measurements, input),
    ((seconds / input.lines) * 1e9).toFixed(0),
  ];
}
