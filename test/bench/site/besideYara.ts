import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { markdownTable, median, peakOf, processorSecondsOf, secondsOf } from '../figures';
import { inputFolder } from '../input';
import { missingPrograms } from '../jobs';
import { measure, type Measurement } from '../measure';
import { auditOf, auditOnOneCore, yaraOn, type SiteJob } from './siteJobs';
import type { BenchSite } from './siteFolder';

const HEADS = ['program', 'median s (min–max)', 'processor s', 'PHP MB a processor s', 'files a s', 'peak MiB'];

/** A program that is measured, with what was measured. */
interface Turn {
  readonly id: 'cold' | 'again' | 'oneCore' | 'yara';
  readonly job: SiteJob;
  readonly measurements: Measurement[];
}

/** Measures audits of a site and YARA in turns, and checks that they read the same files and found the same; gives a table. */
export async function benchBesideYara(site: BenchSite, runs: number, rules: string | undefined): Promise<string> {
  const output = await inputFolder();
  const cache = path.join(output, 'site-cache');
  await rm(cache, { recursive: true, force: true });
  const wanted: Turn[] = [
    { id: 'cold', job: auditOf(site.folder, '`log-site-audit site DIR --json`'), measurements: [] },
    { id: 'again', job: auditOf(site.folder, 'again, with `--cache`', ['--cache', cache]), measurements: [] },
    { id: 'oneCore', job: auditOnOneCore(site.folder, 'on one core'), measurements: [] },
    { id: 'yara', job: await yaraOn(site.folder, rules), measurements: [] },
  ];
  const turns = wanted.filter(({ job }) => missingPrograms(job).length === 0);
  // Fills the cache, and finds the site in the memory of the system ever after.
  for (const { id, job } of turns) if (id === 'again') await measure(job, outputOf(output, id));
  for (let turn = 1; turn <= runs; turn++) {
    console.error(`Turn ${turn} of ${runs}`);
    for (const { id, job, measurements } of turns) measurements.push(await measure(job, outputOf(output, id)));
  }
  const checked = await checkResults(site, output, turns);
  const leftOut = wanted
    .filter((turn) => !turns.includes(turn))
    .map(({ job }) => `Left out: ${job.name}, ${missingPrograms(job).join(', ')} not installed.`);
  return [tableOf(turns, site), '', ...leftOut, checked].join('\n');
}

function outputOf(folder: string, id: Turn['id']): string {
  return path.join(folder, `site-${id}.out`);
}

function tableOf(turns: readonly Turn[], site: BenchSite): string {
  const rows = turns.map(({ job, measurements }) => [
    job.name,
    secondsOf(measurements),
    processorSecondsOf(measurements),
    phpSpeed(site, measurements),
    (site.files / median(measurements.map(({ seconds }) => seconds))).toFixed(0),
    peakOf(measurements),
  ]);
  return markdownTable(HEADS, rows);
}

function phpSpeed({ phpBytes }: BenchSite, measurements: readonly Measurement[]): string {
  const seconds = measurements.map(({ processorSeconds }) => processorSeconds).filter((each) => each !== undefined);
  return seconds.length === 0 ? 'not known' : (phpBytes / 1e6 / median(seconds)).toFixed(1);
}

/** The parts of the command line's JSON that are checked. */
interface SiteReport {
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly { readonly places: readonly { readonly file: string }[] }[];
}

/** Fast and wrong is worth nothing: throws unless every audit is of all files and alike, else says what was compared. */
async function checkResults(site: BenchSite, output: string, turns: readonly Turn[]): Promise<string> {
  const ran = new Set(turns.map(({ id }) => id));
  const cold = await readFile(outputOf(output, 'cold'), 'utf8');
  for (const id of ['again', 'oneCore'] as const) {
    if (ran.has(id) && (await readFile(outputOf(output, id), 'utf8')) !== cold) {
      throw new Error(`The audit ${id} has another result.`);
    }
  }
  const { files, bytes, findings }: SiteReport = JSON.parse(cold);
  if (files !== site.files || bytes !== site.bytes) {
    throw new Error(`Of ${site.files} files (${site.bytes} bytes) ${files} (${bytes} bytes) were audited.`);
  }
  const said = `all audits read ${files.toLocaleString('en')} files and have the same ${findings.length} findings`;
  const { planted } = site;
  if (planted === undefined) return `Checked: ${said}.`;
  if (!findings.some(({ places }) => places.some(({ file }) => file === planted))) {
    throw new Error(`No finding names ${planted}.`);
  }
  if (!ran.has('yara')) return `Checked: ${said}, the planted file among them.`;
  const named = (await readFile(outputOf(output, 'yara'), 'utf8')).includes(planted);
  return `Checked: ${said}, the planted file among them, which YARA ${named ? 'names too' : 'does not name with these rules'}.`;
}
