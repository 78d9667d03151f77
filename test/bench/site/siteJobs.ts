import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inputFolder } from '../input';
import { CLI, type Job } from '../jobs';
import { YARA_RULES } from './yaraRules';

/** A program that is measured on a site. */
export type SiteJob = Pick<Job, 'name' | 'command' | 'exitCodes' | 'needs'>;

const NOTHING_FOUND = 0;
const FOUND = 1;

/** Our own command line on a folder or a single file; `options` stand behind `--json`. */
export function auditOf(target: string, name: string, options: readonly string[] = []): SiteJob {
  return {
    name,
    command: [process.execPath, CLI, 'site', target, '--json', ...options],
    exitCodes: [NOTHING_FOUND, FOUND],
    needs: [],
  };
}

/** The same held to one processor, where the system can do that. */
export function auditOnOneCore(folder: string, name: string): SiteJob {
  const audit = auditOf(folder, name);
  return { ...audit, command: ['taskset', '-c', '0', ...audit.command], needs: ['taskset'] };
}

/** YARA's own program with one thread, on the rules given or a few of ours. It reads every byte of every file. */
export async function yaraOn(folder: string, rules: string | undefined): Promise<SiteJob> {
  const file = rules ?? path.join(await inputFolder(), 'bench.yar');
  if (rules === undefined) await writeFile(file, YARA_RULES);
  return {
    name: '`yara -r -p 1 RULES DIR`',
    command: ['yara', '-w', '-r', '-p', '1', file, folder],
    exitCodes: [NOTHING_FOUND],
    needs: ['yara'],
  };
}
