import { bundledNetworks } from '../address/clientNetworks';
import type { Disk } from '../disk';
import type { Incident } from '../incident/incident';
import { incidentJson } from '../incident/incidentJson';
import type { Language } from '../jobs';
import { inLanguage } from '../language';
import { describeProblem } from '../problems';
import { readIncident, type IncidentMeans } from '../readIncident';
import { withNetworks } from '../report/findingNetworks';
import { replyToHost } from '../report/reply/replyToHost';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { ExitCode, exitCodeOf, type LineSink } from './commandLine';
import { incidentLines } from './incidentLines';
import { INCIDENT_USAGE, readIncidentRequest, type ReplyLanguage } from './incidentRequest';
import { printDenyRules } from './printDenyRules';

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
  means: IncidentMeans & { readonly languageOf?: (locale: ReplyLanguage) => Promise<Language> } = {},
): Promise<number> {
  const request = readIncidentRequest(parameters);
  if (request === undefined) {
    errors(t('Usage: {0}', INCIDENT_USAGE));
    return ExitCode.failed;
  }
  const { incident, list, problems } = await readIncident(disk, request.places, means);
  for (const { name, error } of problems) errors(terminalText(t('{0}: {1}', name, describeProblem(error))));
  if (request.deny !== undefined) {
    await printDenyRules(incident, request.deny, request.own, means.addressData, output, errors);
  } else if (request.reply !== undefined) {
    const language = (await means.languageOf?.(request.reply)) ?? { locale: 'en', words: {} };
    output(inLanguage(language, () => replyToHost({ incident, done: new Set(request.done) })).trimEnd());
  } else if (request.json) output(await asJson(incident, means));
  else incidentLines(incident, list).forEach(output);
  return problems.length > 0 ? ExitCode.failed : exitCodeOf([...incident.files, ...incident.logFindings]);
}

async function asJson(incident: Incident, { addressData }: IncidentMeans): Promise<string> {
  const lookup = bundledNetworks((await addressData?.()) ?? {});
  return JSON.stringify(
    incidentJson(incident, (findings) => withNetworks(findings, lookup)),
    undefined,
    2,
  );
}
