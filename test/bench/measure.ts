import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

const TIME = '/usr/bin/time';

/** A program, or pipeline of programs, that is measured as a whole. */
export interface Command {
  /** As shown in tables. */
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** Exit codes that mean that it did its work. */
  readonly exitCodes: readonly number[];
  /** Whether what it prints is thrown away; kept unless given. */
  readonly discardOutput?: true;
}

/** What one run took. */
export interface Measurement {
  readonly seconds: number;
  /** What all processors together spent on it, s; `undefined` where the system can't tell. */
  readonly processorSeconds: number | undefined;
  /** Largest resident memory of one process, bytes; `undefined` where the system can't tell. */
  readonly peakBytes: number | undefined;
}

/**
 * Runs a command to its end as a process of its own and writes what it prints to `output`. Rejects when it ends with a code
 * that isn't among its own.
 */
export async function measure(measured: Command, output: string): Promise<Measurement> {
  const usage = `${output}.usage`;
  const [program, ...parameters] = [...timeCommand(usage), ...measured.command];
  const file = await open(output, 'w');
  try {
    const stdout = measured.discardOutput ? 'ignore' : file.fd;
    const started = performance.now();
    const child = spawn(program ?? '', parameters, { stdio: ['ignore', stdout, 'inherit'] });
    const code = await exitCode(child);
    const seconds = (performance.now() - started) / 1_000;
    if (code === null || !measured.exitCodes.includes(code)) {
      throw new Error(`${measured.name} ended with exit code ${code}.`);
    }
    return { seconds, ...(await readUsage(usage)) };
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

/** GNU time writes to a file: the largest resident size in KiB and the seconds in programs and in the system. */
function timeCommand(usage: string): string[] {
  return process.platform === 'linux' && existsSync(TIME) ? [TIME, '-q', '-f', '%M %U %S', '-o', usage] : [];
}

async function readUsage(usage: string): Promise<Omit<Measurement, 'seconds'>> {
  if (!existsSync(usage)) return { processorSeconds: undefined, peakBytes: undefined };
  const [peak = 0, user = 0, system = 0] = (await readFile(usage, 'utf8')).trim().split(' ').map(Number);
  return { processorSeconds: user + system, peakBytes: peak * 1_024 };
}
