import { existsSync } from 'node:fs';
import path from 'node:path';
import { FLOODED_PATH } from '../../scripts/traffic/floodedWeek';
import type { BenchInput } from './input';

/** The command line under test, as `npm run build` writes it. */
export const CLI = path.join(__dirname, '..', '..', 'dist', 'cli.js');

/** One program, or pipeline of programs, that is measured as a whole. */
export interface Job {
  readonly id: JobId;
  /** As shown in the table. */
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** Programs that have to be installed. */
  readonly needs: readonly string[];
  /** Exit codes that mean that it did its work. */
  readonly exitCodes: readonly number[];
  /** What it reads; ours on the same input is what it is compared with. */
  readonly reads: 'log' | 'gzip';
  readonly ours?: true;
  /** Whether what it prints is thrown away; kept unless given. */
  readonly discardOutput?: true;
}

/** What checks ask for a job by. */
export type JobId = 'ours' | 'awk' | 'pipeline' | 'goaccess' | 'oursGzip' | 'gunzip' | 'gunzipAwk';

const AWK_COUNT = '{c[$1]++} END {for (client in c) print c[client], client}';
const REFERRER = `https://example.jp${FLOODED_PATH}`;

/** Every job on the given input, in the order in which they take turns. */
export function createJobs(input: BenchInput): readonly Job[] {
  const { log, gzip } = input;
  return [
    { id: 'ours', ...ours(log, '`log-site-audit log FILE --json`'), reads: 'log' },
    {
      id: 'awk',
      name: "`awk '{c[$1]++}…' FILE`",
      command: ['awk', AWK_COUNT, log],
      needs: ['awk'],
      exitCodes: [0],
      reads: 'log',
    },
    {
      id: 'pipeline',
      name: "`egrep … FILE \\| awk '{print $1}' \\| sort \\| uniq -c`",
      command: ['sh', '-c', `grep -E '${REFERRER}' "$1" | awk '{print $1}' | sort | uniq -c`, 'sh', log],
      needs: ['sh', 'grep', 'awk', 'sort', 'uniq'],
      exitCodes: [0],
      reads: 'log',
    },
    {
      id: 'goaccess',
      name: '`goaccess FILE --log-format=COMBINED -o out.json`',
      command: [
        'goaccess',
        log,
        '--log-format=COMBINED',
        '--no-global-config',
        '--no-progress',
        '-o',
        goaccessReport(input),
      ],
      needs: ['goaccess'],
      exitCodes: [0],
      reads: 'log',
      discardOutput: true,
    },
    { id: 'oursGzip', ...ours(gzip, '`log-site-audit log FILE.gz --json`'), reads: 'gzip' },
    {
      id: 'gunzip',
      name: '`gzip -dc FILE.gz > /dev/null`',
      command: ['gzip', '-dc', gzip],
      needs: ['gzip'],
      exitCodes: [0],
      reads: 'gzip',
      discardOutput: true,
    },
    {
      id: 'gunzipAwk',
      name: "`gzip -dc FILE.gz \\| awk '{c[$1]++}…'`",
      command: ['sh', '-c', 'gzip -dc "$1" | awk "$2"', 'sh', gzip, AWK_COUNT],
      needs: ['sh', 'gzip', 'awk'],
      exitCodes: [0],
      reads: 'gzip',
    },
  ];
}

function ours(file: string, name: string): Omit<Job, 'id' | 'reads'> {
  const nothingFound = 0;
  const findings = 1;
  return {
    name,
    command: [process.execPath, CLI, 'log', file, '--json'],
    needs: [],
    exitCodes: [nothingFound, findings],
    ours: true,
  };
}

/** Where GoAccess writes its report. */
export function goaccessReport({ folder }: BenchInput): string {
  return path.join(folder, 'goaccess.json');
}

/** The programs of a job that are not on the search path. */
export function missingPrograms({ needs }: Job): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return needs.filter((program) => !folders.some((folder) => existsSync(path.join(folder, program))));
}
