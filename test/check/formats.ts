// Compares what the built command line reads of samples of log formats with what is expected of them.
// By hand: npx tsx test/check/formats.ts FOLDER   (after `npm run build`; below FOLDER each folder with an expected.json)
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const CLI = 'dist/cli.js';
const MOST_OUTPUT = 2 ** 30;

type Value = string | number | null | undefined;

/** What is expected of a line: the fields that its own suite names, or that it is none of the format. */
interface ExpectedLine {
  /** From 1. */
  readonly n: number;
  readonly valid?: boolean;
  readonly [field: string]: unknown;
}

/** One file of an `expected.json`. */
interface Sample {
  readonly file: string;
  readonly format: string;
  readonly lines: readonly ExpectedLine[];
}

/** An entry as the command line prints it. */
type Entry = Readonly<Record<string, Value>>;

/** Whether a field is as expected. */
type Comparison = (wanted: Value, entry: Entry) => boolean;

/** Fields by the names that samples have. What a sample does not name is not compared. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  ip: (wanted, { client }) => text(wanted) === text(client),
  user: (wanted, { user }) => text(wanted) === text(user),
  method: (wanted, { method }) => text(wanted) === text(method),
  target: (wanted, { target }) => text(wanted) === text(target),
  status: (wanted, { status }) => number(wanted) === number(status),
  bytes: (wanted, { bytes }) => (number(wanted) ?? 0) === (number(bytes) ?? 0),
  time_utc: (wanted, { time }) => isSameMoment(wanted, time),
  // A time without a zone is one of its reader's zone.
  time: (wanted, { time }) => !/(?:Z|[+-]\d\d:?\d\d)$/.test(String(wanted)) || isSameMoment(wanted, time),
};

/** A hyphen and an empty text stand for what was not logged. */
function text(value: Value): string | undefined {
  return value === undefined || value === null || value === '' || value === '-' ? undefined : String(value);
}

function number(value: Value): number | undefined {
  const written = text(value);
  return written === undefined ? undefined : Number(written);
}

function isSameMoment(wanted: Value, time: Value): boolean {
  const moment = momentOf(String(wanted));
  return moment === undefined || moment === momentOf(String(time));
}

/** Seconds since 1970-01-01 UTC of ISO 8601 or the common log format; `undefined` for anything else. */
function momentOf(written: string): number | undefined {
  const [, day, month, year, clock, zone = 'GMT'] = /^(\d+)\/(\w+)\/(\d+):(.{8}) ?([+-]\d{4})?$/.exec(written) ?? [];
  const ms = Date.parse(day === undefined ? written : `${day} ${month} ${year} ${clock} ${zone}`);
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}

/** The entries of a log by their lines. */
function readEntries(log: string): ReadonlyMap<number, Entry> {
  const { stdout, stderr, status } = spawnSync('node', [CLI, 'entries', log], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  if (status !== 0) throw new Error(`${log}: ${stderr}`);
  const entries = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
  return new Map(entries.map((entry) => [Number(entry['line']), entry]));
}

/** What is wrong with an entry; nothing when it is as expected. */
function misses(wanted: ExpectedLine, entry: Entry | undefined): string[] {
  if (wanted.valid === false) return entry === undefined ? [] : ['accepted'];
  if (entry === undefined) return ['no entry'];
  return Object.entries(COMPARISONS)
    .filter(([name, isSame]) => wanted[name] !== undefined && !isSame(wanted[name] as Value, entry))
    .map(([name]) => `${name} should be ${JSON.stringify(wanted[name])}`);
}

/** Prints what is wrong with a sample; gives whether nothing is. */
function check(folder: string, { file, format, lines }: Sample): boolean {
  const log = path.join(folder, file);
  const entries = readEntries(log);
  const wrong = lines.flatMap((wanted) =>
    misses(wanted, entries.get(wanted.n)).map((miss) => `  line ${wanted.n}: ${miss}`),
  );
  if (wrong.length > 0) console.log([`${log} (${format})`, ...wrong].join('\n'));
  return wrong.length === 0;
}

/** Every folder below this one, itself included, that has an `expected.json`. */
function foldersWithExpectations(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'expected.json')
    .map((file) => path.join(folder, path.dirname(file)))
    .toSorted();
}

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('Usage: npx tsx test/check/formats.ts FOLDER');
const results = foldersWithExpectations(root).flatMap((folder) => {
  const { samples } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as { samples: Sample[] };
  return samples.filter(({ lines }) => lines.length > 0).map((sample) => check(folder, sample));
});
const right = results.filter(Boolean).length;
console.log(`${right} of ${results.length} samples as expected`);
process.exitCode = right === results.length ? 0 : 1;
