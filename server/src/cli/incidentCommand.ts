import { parseArgs } from 'node:util';
import { bundledNetworks } from '../address/clientNetworks';
import type { Disk } from '../disk';
import type { Incident } from '../incident/incident';
import { incidentJson } from '../incident/incidentJson';
import { describeProblem } from '../problems';
import { readIncident, type IncidentMeans, type IncidentPlaces } from '../readIncident';
import { DENY_FORMATS, type DenyFormat } from '../report/denyRules/denyFormats';
import { withNetworks } from '../report/findingNetworks';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { ExitCode, exitCodeOf, type LineSink } from './commandLine';
import { incidentLines } from './incidentLines';
import { printDenyRules } from './printDenyRules';

const USAGE =
  'log-site-audit incident [--notice FILE] [--list FILE] [--logs PATH…] [--site DIR] [--json | --deny FORMAT [--own ADDRESS]…]';

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
  if (request.deny !== undefined) {
    await printDenyRules(incident, request.deny, request.own, means.addressData, output, errors);
  } else if (request.json) output(await asJson(incident, means));
  else incidentLines(incident, list).forEach(output);
  return problems.length > 0 ? ExitCode.failed : exitCodeOf([...incident.files, ...incident.logFindings]);
}

interface IncidentRequest {
  readonly places: IncidentPlaces;
  readonly json: boolean;
  /** Form of the rules to print in the place of the incident; absent where none are wanted. */
  readonly deny?: DenyFormat;
  /** The user's own addresses and networks, which no rule shuts out. */
  readonly own: readonly string[];
}

function readRequest(parameters: string[]): IncidentRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      options: {
        notice: { type: 'string' },
        list: { type: 'string' },
        logs: { type: 'string', multiple: true, default: [] },
        site: { type: 'string' },
        json: { type: 'boolean', default: false },
        deny: { type: 'string' },
        own: { type: 'string', multiple: true, default: [] },
      },
      // Paths behind that of `--logs` are logs as well.
      allowPositionals: true,
    });
    const { json, deny, own, notice, list, site } = values;
    const logs = [...values.logs, ...positionals];
    const format = DENY_FORMATS.find((each) => each === deny);
    const isEmpty = logs.length === 0 && [notice, list, site].every((each) => !each);
    if (isEmpty || (deny !== undefined && format === undefined)) return undefined;
    return { places: { notice, list, site, logs }, json, deny: format, own };
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
