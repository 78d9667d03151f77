import { cpus } from 'node:os';
import type { BenchInput } from './input';
import type { Measurement } from './measure';

const MEBIBYTE = 1_048_576;

/** The heads of the columns that `figures` fills. */
export const FIGURE_HEADS = ['median s (min–max)', 'processor s', 'MB/s', 'k lines/s', 'peak MiB'] as const;

/** What some runs on a log took, for a table. MB/s are of the uncompressed log, 1 MB = 1,000,000 bytes. */
export function figures(measurements: readonly Measurement[], { bytes, lines }: BenchInput): string[] {
  const typical = median(measurements.map(({ seconds }) => seconds));
  return [
    secondsOf(measurements),
    processorSecondsOf(measurements),
    (bytes / 1e6 / typical).toFixed(0),
    (lines / 1e3 / typical).toFixed(0),
    peakOf(measurements),
  ];
}

/** Median of the seconds, and the least and the most. */
export function secondsOf(measurements: readonly Measurement[]): string {
  const seconds = measurements.map((measurement) => measurement.seconds);
  return `${median(seconds).toFixed(2)} (${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)})`;
}

/** Median of the processor seconds; `not known` where the system can't tell. */
export function processorSecondsOf(measurements: readonly Measurement[]): string {
  return known(measurements, ({ processorSeconds }) => processorSeconds, 1, 2);
}

/** Median of the largest memory, MiB; `not known` where the system can't tell. */
export function peakOf(measurements: readonly Measurement[]): string {
  return known(measurements, ({ peakBytes }) => peakBytes, MEBIBYTE, 0);
}

/** The median of what the system told, in its unit. */
function known(
  measurements: readonly Measurement[],
  pick: (measurement: Measurement) => number | undefined,
  unit: number,
  digits: number,
): string {
  const values = measurements.map(pick).filter((value) => value !== undefined);
  return values.length === 0 ? 'not known' : (median(values) / unit).toFixed(digits);
}

/** A Markdown table; all columns but the first `texts` ones are numbers. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[], texts = 1): string {
  const rule = heads.map((_, column) => (column < texts ? '---' : '--:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the figures depend on, without naming the machine. */
export function describeMachine(): string {
  const processors = cpus();
  const system = `${process.platform} ${process.arch}`;
  return `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${system}, Node ${process.version}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
