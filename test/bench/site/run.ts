/**
 * Measures the audit of sites: `npm run bench:site -- [DIR] [--runs N] [--yara-rules FILE] [--large] [--only others|hostile|many]`.
 * Without a folder a site like WordPress's is made. The results are tables in Markdown; docs/bench.md has those of one machine.
 * `--large` adds a site of 5 GB, most of it holes that take no room on the disk.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeMachine } from '../figures';
import { CLI } from '../jobs';
import { benchBesideYara } from './besideYara';
import { benchHostileFiles } from './hostileFiles';
import { benchManyFiles } from './manyFiles';
import { measuredSite, prepareSite, type SiteSize } from './siteFolder';

const LEAST_RUNS = 3;
const MEGABYTE = 1_000_000;
const WORDPRESS_SIZED: SiteSize = { phpFiles: 2000, mediaFiles: 8000, mediaBytes: 500 * MEGABYTE };
const MANY: SiteSize = { phpFiles: 8000, mediaFiles: 92_000, mediaBytes: 900 * MEGABYTE };
const MANY_LARGE: SiteSize = { ...MANY, mediaBytes: 4900 * MEGABYTE };

const parts = ['others', 'hostile', 'many'] as const;

interface Options {
  /** A site of the user's; `undefined`: one is made. */
  readonly folder: string | undefined;
  readonly runs: number;
  readonly yaraRules: string | undefined;
  readonly isLarge: boolean;
  readonly wanted: readonly (typeof parts)[number][];
}

async function runBench(): Promise<void> {
  const { folder, runs, yaraRules, isLarge, wanted } = readOptions();
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run `npm run build` first.');
  console.log(`${describeMachine()}; ${runs} runs of each.\n`);
  if (wanted.includes('others')) {
    const site = await (folder === undefined ? prepareSite(WORDPRESS_SIZED) : measuredSite(folder));
    const php = `${site.phpFiles.toLocaleString('en')} of them PHP (${megabytes(site.phpBytes)} MB)`;
    console.log(`${site.files.toLocaleString('en')} files, ${megabytes(site.bytes)} MB, ${php}\n`);
    console.log(`${await benchBesideYara(site, runs, yaraRules)}\n`);
  }
  if (wanted.includes('hostile')) console.log(`${await benchHostileFiles(runs)}\n`);
  if (wanted.includes('many')) console.log(`${await benchManyFiles([MANY, ...(isLarge ? [MANY_LARGE] : [])], runs)}\n`);
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: { runs: text, only: text, 'yara-rules': text, large: { type: 'boolean' } },
    allowPositionals: true,
  });
  const runs = Number(values.runs ?? LEAST_RUNS);
  const wanted = parts.filter((part) => values.only === undefined || values.only === part);
  if (!Number.isSafeInteger(runs) || runs < LEAST_RUNS || wanted.length === 0 || positionals.length > 1) {
    throw new Error(
      `Usage: npm run bench:site -- [DIR] [--runs N, ${LEAST_RUNS} or more] [--yara-rules FILE] [--large] [--only ${parts.join('|')}]`,
    );
  }
  return { folder: positionals[0], runs, yaraRules: values['yara-rules'], isLarge: values.large ?? false, wanted };
}

runBench().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
