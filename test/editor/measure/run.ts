/**
 * Measures the extension in a real VS Code and prints tables in Markdown:
 *
 *   npm run bench:editor -- [--version V]… [--only editor|dashboard|viewer] [--large] [--grep REGEXP]
 *
 * V is `oldest`, `newest` or a `code-server` version. Without `--large` only a log of 45 MB in the text editor and the timeline
 * of a million lines are measured; with it also the viewer on a log of 2 GB and one of 300 MB compressed, which takes minutes and 10 GB in the temporary
 * folder. Nothing depends on the speed of the machine.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine, markdownTable } from '../../bench/figures';
import { environmentNames } from '../harness/environment';
import { unpackedExtension } from '../harness/extensionUnderTest';
import { bundleSuite } from '../harness/suiteBundle';
import { runSuite } from '../harness/testRun';
import { newestVsCode, oldestVsCode } from '../harness/versions';
import { measureDashboard } from './dashboard';
import type { Figure } from './figure';
import { writeWeek, writeWeeks } from './logs';
import { measureViewer } from './viewer';

const SUITE = 'suite-measure';
/** About 45 MB: close below the 50 MB from which on VS Code shows extensions nothing of a document. */
const LINES = 180_000;
const LINES_A_WEEK = 1_000_000;
/** 2 GB. */
const WEEKS = 8;
/** 300 MB when compressed. */
const PACKED_WEEKS = 15;

/** What was measured in one VS Code. */
interface Column {
  readonly version: string;
  readonly figures: readonly Figure[];
}

const text = { type: 'string' } as const;
const { values: options } = parseArgs({
  options: { version: { ...text, multiple: true }, only: text, grep: text, large: { type: 'boolean' } },
});

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'editor-bench-'));
  try {
    console.log(`${describeMachine()}\n`);
    if (isWanted('editor')) console.log(`${table('a log of 45 MB', await measureEditor(folder))}\n`);
    if (isWanted('dashboard')) console.log(`${table('a log of 1,000,000 lines', await measureDashboards(folder))}\n`);
    if (options.large && isWanted('viewer')) await measureViewers(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureEditor(folder: string): Promise<Column[]> {
  const log = join(folder, 'large.log');
  await writeWeek(log, LINES);
  const extensionFolder = await unpackedExtension();
  const suiteScript = await bundleSuite(SUITE);
  const columns: Column[] = [];
  for (const version of versions()) {
    const figures = join(folder, `figures-${version}`);
    const environment = { [environmentNames.figures]: figures, [environmentNames.largeLog]: log };
    const counts = await runSuite({ version, suiteScript, extensionFolder, environment, grep: options.grep });
    if (counts?.failed !== 0) process.exitCode = 1;
    columns.push({ version: counts?.vsCodeVersion ?? version, figures: await figuresOf(figures) });
  }
  return columns;
}

async function measureDashboards(folder: string): Promise<Column[]> {
  const log = join(folder, 'million', 'million.log');
  await mkdir(dirname(log));
  await writeWeek(log, LINES_A_WEEK);
  const columns: Column[] = [];
  for (const version of versions()) {
    columns.push({ version, figures: await measureDashboard({ version, log, lines: LINES_A_WEEK }) });
  }
  await rm(log);
  return columns;
}

async function measureViewers(folder: string): Promise<void> {
  const week = join(folder, 'week.log');
  await writeWeek(week, LINES_A_WEEK);
  await mkdir(join(folder, 'huge'));
  for (const [name, weeks, packed] of [
    ['huge.log', WEEKS, false],
    ['huge.log.gz', PACKED_WEEKS, true],
  ] as const) {
    const log = join(folder, 'huge', name);
    const bytes = await writeWeeks(log, week, weeks, packed);
    const columns: Column[] = [];
    for (const version of versions()) {
      columns.push({ version, figures: await measureViewer({ version, log, lines: weeks * LINES_A_WEEK, packed }) });
    }
    const size = `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 0 })} MB`;
    console.log(`${table(`\`${name}\`, ${size}, ${(weeks * LINES_A_WEEK).toLocaleString('en')} lines`, columns)}\n`);
    await rm(log);
  }
}

async function figuresOf(file: string): Promise<Figure[]> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Figure);
}

/** A row for each figure, a column for each VS Code. */
function table(title: string, columns: readonly Column[]): string {
  const names = new Set(columns.flatMap(({ figures }) => figures.map(({ name }) => name)));
  const rows = [...names].map((name) => [
    name,
    ...columns.map(({ figures }) => figures.find((figure) => figure.name === name)?.value ?? ''),
  ]);
  return markdownTable([title, ...columns.map(({ version }) => `VS Code ${version}`)], rows);
}

function isWanted(part: string): boolean {
  return options.only === undefined || options.only === part;
}

function versions(): readonly string[] {
  const named: Readonly<Record<string, string>> = { oldest: oldestVsCode, newest: newestVsCode };
  return (options.version ?? ['oldest', 'newest']).map((name) => named[name] ?? name);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
