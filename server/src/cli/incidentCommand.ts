import { parseArgs } from 'node:util';
import { bundledNetworks } from '../address/clientNetworks';
import type { Disk } from '../disk';
import type { Incident } from '../incident/incident';
import { incidentJson } from '../incident/incidentJson';
import { describeProblem } from '../problems';
import { readIncident, type IncidentMeans, type IncidentPlaces } from '../readIncident';
import { withNetworks } from '../report/findingNetworks';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { ExitCode, exitCodeOf, type LineSink } from './commandLine';
import { incidentLines } from './incidentLines';

const USAGE = 'log-site-audit incident [--notice FILE] [--list FILE] [--logs PATH…] [--site DIR] [--json]';

/**
 * `log-site-audit incident`: joins the host's mail, its list of files, the logs and the copy of the site, and prints each bad file
 * with all that is known of it. What can't be read is said, and the rest goes on.
 * @returns the exit code: 0 nothing above information, 1 something to act on, 2 when a part could not be read.
 */
export async function runIncidentCommand(
  parameters: string[],
  output: LineSink,
  errors: LineSink,
  disk: Disk,
  means: IncidentMeans = {},
): Promise<number> {
  const request = readRequest(parameters);
  if (request === undefined) {
    errors(t('Usage: {0}', USAGE));
    return ExitCode.failed;
  }
  const { incident, list, problems } = await readIncident(disk, request.places, means);
  for (const { name, error } of problems) errors(terminalText(t('{0}: {1}', name, describeProblem(error))));
  if (request.json) output(await asJson(incident, means));
  else incidentLines(incident, list).forEach(output);
  return problems.length > 0 ? ExitCode.failed : exitCodeOf([...incident.files, ...incident.logFindings]);
}

function readRequest(parameters: string[]): { readonly places: IncidentPlaces; readonly json: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      options: {
        notice: { type: 'string' },
        list: { type: 'string' },
        logs: { type: 'string', multiple: true, default: [] },
        site: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      // Paths behind that of `--logs` are logs as well.
      allowPositionals: true,
    });
    const { json, ...places } = { ...values, logs: [...values.logs, ...positionals] };
    const isEmpty = places.logs.length === 0 && [places.notice, places.list, places.site].every((each) => !each);
    return isEmpty ? undefined : { places, json };
  } catch {
    // `parseArgs` throws for an option that it does not know.
    return undefined;
  }
}

async function asJson(incident: Incident, { addressData }: IncidentMeans): Promise<string> {
  const lookup = bundledNetworks((await addressData?.()) ?? {});
  return JSON.stringify(
    incidentJson(incident, (findings) => withNetworks(findings, lookup)),
    undefined,
    2,
  );
}
