import { existsSync } from 'node:fs';
import path from 'node:path';
import { FLOODED_PATH } from '../../scripts/traffic/floodedWeek';
import type { BenchInput } from './input';
import type { Command } from './measure';

/** The command line under test, as `npm run build` writes it. */
export const CLI = path.join(__dirname, '..', '..', 'dist', 'cli.js');

/** A program that is measured beside others. */
export interface Job extends Command {
  readonly id: JobId;
  /** Programs that have to be installed. */
  readonly needs: readonly string[];
  /** What it reads; ours on the same input is what it is compared with. */
  readonly reads: 'log' | 'gzip';
  readonly isOurs?: true;
}

/** What checks ask for a job by. */
export type JobId =
  | 'ours'
  | 'wc'
  | 'awk'
  | 'pipeline'
  | 'goaccess'
  | 'lnav'
  | 'oursGzip'
  | 'gunzip'
  | 'gunzipAwk'
  | 'lnavGzip';

const AWK_COUNT = '{c[$1]++} END {for (client in c) print c[client], client}';
const REFERRER = `https://example.jp${FLOODED_PATH}`;
/** Counts like awk does, but prints the first ones only: printing is not what is measured. */
const LNAV_COUNT = ';SELECT count(*) AS requests, c_ip FROM access_log GROUP BY c_ip ORDER BY requests DESC LIMIT 100';

/** Every job on the given input, in the order in which they take turns. */
export function createJobs(input: BenchInput): readonly Job[] {
  return [...jobsOnLog(input), ...jobsOnGzip(input)];
}

function jobsOnLog({ log, folder }: BenchInput): Job[] {
  const goaccess = ['goaccess', log, '--log-format=COMBINED', '--no-global-config', '--no-progress', '-o'] as const;
  const pipeline = `grep -E '${REFERRER}' "$1" | awk '{print $1}' | sort | uniq -c`;
  return [
    { id: 'ours', ...ours(log, '`log-site-audit log FILE --json`'), reads: 'log' },
    { id: 'wc', ...other('`wc -l FILE`', ['wc', '-l', log]), reads: 'log' },
    { id: 'awk', ...other("`awk '{c[$1]++}…' FILE`", ['awk', AWK_COUNT, log]), reads: 'log' },
    {
      id: 'pipeline',
      ...other("`egrep … FILE \\| awk '{print $1}' \\| sort \\| uniq -c`", ['sh', '-c', pipeline, 'sh', log]),
      needs: ['sh', 'grep', 'awk', 'sort', 'uniq'],
      reads: 'log',
    },
    {
      id: 'goaccess',
      ...other('`goaccess FILE --log-format=COMBINED -o out.json`', [...goaccess, goaccessReport(folder)]),
      reads: 'log',
      discardOutput: true,
    },
    { id: 'lnav', ...lnav(log, "`lnav -n -c ';SELECT count(*), c_ip …' FILE`", folder), reads: 'log' },
  ];
}

function jobsOnGzip({ gzip, folder }: BenchInput): Job[] {
  return [
    { id: 'oursGzip', ...ours(gzip, '`log-site-audit log FILE.gz --json`'), reads: 'gzip' },
    {
      id: 'gunzip',
      ...other('`gzip -dc FILE.gz > /dev/null`', ['gzip', '-dc', gzip]),
      reads: 'gzip',
      discardOutput: true,
    },
    {
      id: 'gunzipAwk',
      ...other("`gzip -dc FILE.gz \\| awk '{c[$1]++}…'`", [
        'sh',
        '-c',
        'gzip -dc "$1" | awk "$2"',
        'sh',
        gzip,
        AWK_COUNT,
      ]),
      needs: ['sh', 'gzip', 'awk'],
      reads: 'gzip',
    },
    { id: 'lnavGzip', ...lnav(gzip, "`lnav -n -c ';SELECT count(*), c_ip …' FILE.gz`", folder), reads: 'gzip' },
  ];
}

/** Our own command line on a file. */
export function ours(file: string, name: string): Omit<Job, 'id' | 'reads'> {
  const nothingFound = 0;
  const findings = 1;
  return {
    name,
    command: [process.execPath, CLI, 'log', file, '--json'],
    needs: [],
    exitCodes: [nothingFound, findings],
    isOurs: true,
  };
}

function other(name: string, command: Command['command']): Omit<Job, 'id' | 'reads'> {
  return { name, command, needs: [command[0]], exitCodes: [0] };
}

/** lnav keeps what it knows of files in the user's folder, which would spare it work in later runs. */
function lnav(file: string, name: string, folder: string): Omit<Job, 'id' | 'reads'> {
  const command = ['env', `HOME=${folder}`, 'lnav', '-n', '-c', LNAV_COUNT, '-c', ':write-csv-to -', file] as const;
  return { name, command, needs: ['env', 'lnav'], exitCodes: [0] };
}

/** Where GoAccess writes its report. */
export function goaccessReport(folder: string): string {
  return path.join(folder, 'goaccess.json');
}

/** The programs of a job that are not on the search path. */
export function missingPrograms({ needs }: Pick<Job, 'needs'>): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return needs.filter((program) => !folders.some((folder) => existsSync(path.join(folder, program))));
}
