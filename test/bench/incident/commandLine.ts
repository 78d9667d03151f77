import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inputFolder } from '../input';
import { CLI } from '../jobs';
import { measure, type Command, type Measurement } from '../measure';
import type { BenchIncident } from './input';

const NOTHING_FOUND = 0;
const FOUND = 1;

/** Parts of the command line's JSON that are checked. */
interface IncidentReport {
  readonly files: readonly { readonly file: string; readonly calls?: { readonly requests: number } }[];
}

/** Measures `log-site-audit incident` on an incident; throws unless it names the cause with all its requests. */
export async function measureCommandLine(incident: BenchIncident, runs: number): Promise<Measurement[]> {
  const output = path.join(await inputFolder(), 'incident.out');
  const { noticeFile, logs, site } = incident;
  const parameters = ['incident', '--notice', noticeFile, '--logs', logs, '--site', site.folder, '--json'];
  const job: Command = {
    name: 'log-site-audit incident',
    command: [process.execPath, CLI, ...parameters],
    exitCodes: [NOTHING_FOUND, FOUND],
  };
  const measurements: Measurement[] = [];
  for (let run = 0; run < runs; run++) measurements.push(await measure(job, output));
  const { files } = JSON.parse(await readFile(output, 'utf8')) as IncidentReport;
  const found = files.find(({ file }) => file === incident.cause.file)?.calls?.requests;
  if (found !== incident.cause.requests) throw new Error(`${found} of ${incident.cause.requests} requests were found.`);
  return measurements;
}
