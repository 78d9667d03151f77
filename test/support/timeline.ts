import { joinIncident, type Incident } from '../../server/src/incident/incident';
import type { IncidentSources } from '../../server/src/incident/incidentSources';
import type { EventKind, IncidentEvent } from '../../server/src/incident/timeline/incidentEvent';
import { openLogOf } from './openLog';
import { findingOfSite } from './siteFindings';

/** What is said of the bad file `l.php`, which nobody of the site put there. */
export const PLANTED = [findingOfSite()];
/** The same of a form that nothing leads to any more. */
export const LEFT_OVER = [findingOfSite({ rule: 'orphaned-mailer', severity: 'warning', title: 'left over' })];

/** A line of an access log of 1 November 2021. */
export function lineAt(time: string, client: string, request: string, status = 200, zone = '+0900'): string {
  return `${client} - - [01/Nov/2021:${time} ${zone}] "${request} HTTP/1.1" ${status} 512 "-" "Mozilla/5.0"\n`;
}

/** An incident about `l.php` and what a log tells of it. */
export async function incidentOfLog(log: string, more: Partial<IncidentSources> = {}): Promise<Incident> {
  const { model, findings: logFindings } = await openLogOf(log);
  const site = { paths: ['index.html', 'l.php', 'wp-login.php'], findings: PLANTED };
  return joinIncident({ model, logFindings, site, ...more });
}

/** Events of some kinds, each with its time of day and its words. */
export function told(events: readonly IncidentEvent[], ...kinds: readonly EventKind[]): string[] {
  return events
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, time = '-', text }) => `${time.replace(/^2021-11-01T/, '')} ${kind}: ${text}`);
}
