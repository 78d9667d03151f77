// Compares what the built command line reads of a real log in the combined format with what awk and sort count.
// By hand: npx tsx test/check/realSample.ts LOG…   (after `npm run build`; a name in .gz is unpacked by gzip)
import { execFileSync, spawnSync } from 'node:child_process';

const CLI = 'dist/cli.js';
const MOST_OUTPUT = 2 ** 30;

/** Counts by value, as `sort | uniq -c` gives them. */
type Counts = ReadonlyMap<string, number>;

/** An awk program that prints one value a line, and the same value out of an entry of ours. */
interface Comparison {
  readonly name: string;
  readonly awk: string;
  readonly value: (entry: Record<string, string | number | undefined>) => string;
}

/** The request line is the second field between quotes; what is behind it begins with status and size. */
const COMPARISONS: readonly Comparison[] = [
  { name: 'client', awk: '{ print $1 }', value: ({ client }) => String(client) },
  {
    name: 'endpoint',
    awk: `{ split($0, part, "\\""); request = part[2]; sub(/ HTTP\\/[0-9.]+$/, "", request); sub(/\\?.*$/, "", request); if (request !~ /^[A-Za-z_-]+ ./) request = "- "; print request }`,
    value: ({ method, target }) => `${method ?? '-'} ${String(target ?? '').replace(/\?.*$/, '')}`,
  },
  {
    name: 'status',
    awk: `{ split($0, part, "\\""); split(part[3], field, " "); print field[1] }`,
    value: ({ status }) => String(status),
  },
  {
    name: 'size',
    awk: `{ split($0, part, "\\""); split(part[3], field, " "); print field[2] }`,
    value: ({ bytes }) => String(bytes ?? '-'),
  },
];

function run(command: string, parameters: readonly string[]): string {
  return execFileSync(command, parameters, { encoding: 'utf8', maxBuffer: MOST_OUTPUT });
}

function countWithAwk(log: string, awk: string): Counts {
  const read = log.endsWith('.gz') ? 'gzip -dc -- "$1"' : 'cat -- "$1"';
  const counted = run('sh', ['-c', `${read} | LC_ALL=C awk "$2" | LC_ALL=C sort | uniq -c`, 'sh', log, awk]);
  const lines = counted.split('\n').filter((line) => line !== '');
  return new Map(lines.map(readCount));
}

/** A line of `uniq -c`: the count, a blank, the value. */
function readCount(line: string): [value: string, count: number] {
  const [, count = '', value = ''] = /^ *(\d+) (.*)$/s.exec(line) ?? [];
  return [value, Number(count)];
}

function countOurs(
  entries: readonly Record<string, string | number | undefined>[],
  value: Comparison['value'],
): Counts {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(value(entry), (counts.get(value(entry)) ?? 0) + 1);
  return counts;
}

/** Prints every value that is counted differently; gives how many there are. */
function printDifferences(name: string, ours: Counts, theirs: Counts): number {
  const values = [...new Set([...ours.keys(), ...theirs.keys()])];
  const different = values.filter((value) => ours.get(value) !== theirs.get(value));
  console.log(`  ${name}: ${theirs.size} values, ${different.length} counted differently`);
  for (const value of different) {
    console.log(`    ${JSON.stringify(value)}: ours ${ours.get(value) ?? 0}, awk ${theirs.get(value) ?? 0}`);
  }
  return different.length;
}

function check(log: string): number {
  const { status, stdout } = spawnSync('node', [CLI, 'log', log, '--json'], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  const report = JSON.parse(stdout) as {
    logs: { lines: number; entries: number; rejected: number }[];
    findings: { title: string }[];
  };
  const [summary] = report.logs;
  console.log(
    `${log}: exit code ${status}; ${summary?.lines} lines, ${summary?.entries} entries, ${summary?.rejected} rejected`,
  );
  console.log(`  findings: ${report.findings.map(({ title }) => title).join('; ') || 'none'}`);
  const printed = run('node', [CLI, 'entries', log])
    .split('\n')
    .filter((line) => line !== '');
  const entries = printed.map((line) => JSON.parse(line) as Record<string, string | number | undefined>);
  return COMPARISONS.map(({ name, awk, value }) =>
    printDifferences(name, countOurs(entries, value), countWithAwk(log, awk)),
  ).reduce((sum, each) => sum + each, 0);
}

const logs = process.argv.slice(2);
if (logs.length === 0) throw new Error('Usage: npx tsx test/check/realSample.ts LOG…');
process.exitCode = logs.map(check).some((differences) => differences > 0) ? 1 : 0;
