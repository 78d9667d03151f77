import { cpus } from 'node:os';
import type { BenchInput } from './input';
import type { Job } from './jobs';
import type { Measurement } from './measure';

const MEBIBYTE = 1_048_576;

/** A job with all its measurements. */
export interface Result {
  readonly job: Job;
  readonly measurements: readonly Measurement[];
}

/** The results as a Markdown table. MB/s are of the uncompressed log, 1 MB = 1,000,000 bytes. */
export function createTable(results: readonly Result[], input: BenchInput): string {
  const rows = results.map((result) => {
    const seconds = result.measurements.map((measurement) => measurement.seconds);
    const typical = median(seconds);
    const range = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
    return [
      result.job.name,
      `${typical.toFixed(2)} (${range})`,
      (input.bytes / 1e6 / typical).toFixed(0),
      (input.lines / 1e3 / typical).toFixed(0),
      peak(result),
      `${(typical / oursOn(result.job, results)).toFixed(2)} ×`,
    ];
  });
  const head = ['program', 'median s (min–max)', 'MB/s', 'k lines/s', 'peak MiB', 'time, ours = 1'];
  const rule = ['---', '--:', '--:', '--:', '--:', '--:'];
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the figures depend on, without naming the machine. */
export function describeMachine(): string {
  const processors = cpus();
  const system = `${process.platform} ${process.arch}`;
  return `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${system}, Node ${process.version}`;
}

function peak({ measurements }: Result): string {
  const peaks = measurements.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return peaks.length === 0 ? 'not known' : (median(peaks) / MEBIBYTE).toFixed(0);
}

function oursOn(job: Job, results: readonly Result[]): number {
  const ours = results.find((result) => result.job.ours && result.job.reads === job.reads);
  return ours === undefined ? Number.NaN : median(ours.measurements.map(({ seconds }) => seconds));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
