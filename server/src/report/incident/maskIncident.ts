import type { CauseEvidence } from '../../incident/causes/cause';
import type { Incident, IncidentFile } from '../../incident/incident';
import type { Finding } from '../../rules/finding';
import { maskText } from './maskText';

/** What stands for the name of a user. */
const MASK = '***';

/**
 * An incident without personal data of the site's own visitors and users, for handing on: mail addresses, values of queries and
 * names of users are replaced. Addresses of clients and paths of files stay: without them a report says nothing.
 */
export function maskIncident(incident: Incident): Incident {
  const users = new Set([
    ...incident.files.flatMap(({ uploads }) => uploads.flatMap(({ user }) => user ?? [])),
    ...incident.logFindings.flatMap((finding) => finding.users ?? []),
  ]);
  const mask = (text: string): string => maskText(text, users);
  return {
    ...incident,
    files: incident.files.map((file) => maskFile(file, mask)),
    logFindings: incident.logFindings.map((finding) => maskFinding(finding, mask)),
    causes: incident.causes.map((cause) => ({
      ...cause,
      evidence: cause.evidence.map((each): CauseEvidence => ({ ...each, text: mask(each.text) })),
    })),
    events: incident.events.map((event) => ({ ...event, text: mask(event.text) })),
  };
}

function maskFile(file: IncidentFile, mask: (text: string) => string): IncidentFile {
  return {
    ...file,
    findings: file.findings.map((finding) => maskFinding(finding, mask)),
    uploads: file.uploads.map((upload) => ({ ...upload, ...(upload.user !== undefined && { user: MASK }) })),
  };
}

function maskFinding(finding: Finding, mask: (text: string) => string): Finding {
  const { title, detail, advice, users, endpoints, places, decoded } = finding;
  return {
    ...finding,
    title: mask(title),
    detail: mask(detail),
    advice: mask(advice),
    ...(users && { users: users.map(() => MASK) }),
    endpoints: endpoints.map((endpoint) => ({ ...endpoint, path: mask(endpoint.path) })),
    places: places.map((place) => ({ ...place, ...(place.note !== undefined && { note: mask(place.note) }) })),
    ...(decoded && { decoded: { ...decoded, text: mask(decoded.text) } }),
  };
}
