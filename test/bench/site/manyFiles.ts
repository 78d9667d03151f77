import path from 'node:path';
import { rm } from 'node:fs/promises';
import { markdownTable, peakOf, processorSecondsOf, secondsOf } from '../figures';
import { inputFolder } from '../input';
import { measure, type Measurement } from '../measure';
import { auditOf } from './siteJobs';
import { prepareSite, removeSite, type SiteSize } from './siteFolder';

const HEADS = ['files', 'MB', 'audit', 'median s (min–max)', 'processor s', 'peak MiB'];

/** Measures audits of sites with very many files, which are deleted at once; gives a table. */
export async function benchManyFiles(sizes: readonly SiteSize[], runs: number): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await measureSite(size, runs)));
  return markdownTable(HEADS, rows);
}

async function measureSite(size: SiteSize, runs: number): Promise<string[][]> {
  const site = await prepareSite(size);
  const cache = path.join(await inputFolder(), 'many-files-cache');
  try {
    const cold: Measurement[] = [];
    const again: Measurement[] = [];
    await measure(auditOf(site.folder, 'cold', ['--cache', cache]), `${cache}.out`);
    for (let run = 0; run < runs; run++) {
      cold.push(await measure(auditOf(site.folder, 'cold'), `${cache}.out`));
      again.push(await measure(auditOf(site.folder, 'again', ['--cache', cache]), `${cache}.out`));
    }
    return Object.entries({ cold, again }).map(([name, measurements]) => [
      site.files.toLocaleString('en'),
      (site.bytes / 1e6).toFixed(0),
      name,
      secondsOf(measurements),
      processorSecondsOf(measurements),
      peakOf(measurements),
    ]);
  } finally {
    await removeSite(site);
    await rm(cache, { recursive: true, force: true });
  }
}
