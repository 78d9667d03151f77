import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Job } from './jobs';

const TIME = '/usr/bin/time';

/** What one run of a job took. */
export interface Measurement {
  readonly seconds: number;
  /** Largest resident memory of one process of the job, bytes; `undefined` where the system can't tell. */
  readonly peakBytes: number | undefined;
}

/**
 * Runs a job to its end as a process of its own and writes what it prints to `output`. Rejects when it ends with a code
 * that isn't among the job's own.
 */
export async function measure(job: Job, output: string): Promise<Measurement> {
  const usage = `${output}.usage`;
  const [program, ...parameters] = [...timeCommand(usage), ...job.command];
  const file = await open(output, 'w');
  try {
    const stdout = job.discardOutput ? 'ignore' : file.fd;
    const started = performance.now();
    const child = spawn(program ?? '', parameters, { stdio: ['ignore', stdout, 'inherit'] });
    const code = await exitCode(child);
    const seconds = (performance.now() - started) / 1_000;
    if (code === null || !job.exitCodes.includes(code)) throw new Error(`${job.name} ended with exit code ${code}.`);
    return { seconds, peakBytes: await readPeak(usage) };
  } finally {
    await file.close();
  }
}

/** Waits for a process to end; `null` when a signal ended it. Rejects when it could not be started. */
export function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

/** GNU time writes the largest resident size in KiB to a file; where it is missing the size stays unknown. */
function timeCommand(usage: string): string[] {
  return process.platform === 'linux' && existsSync(TIME) ? [TIME, '-q', '-f', '%M', '-o', usage] : [];
}

async function readPeak(usage: string): Promise<number | undefined> {
  if (!existsSync(usage)) return undefined;
  return Number(await readFile(usage, 'utf8')) * 1_024;
}
