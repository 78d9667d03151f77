import { busiest, MINUTE, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { rowsOf } from '../../log/rowGroups';
import { isoTime } from '../../log/time';
import { count } from '../../numbers';
import type { Finding } from '../../rules/finding';
import { requestsOf } from '../../rules/log/facts/requestRows';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { leftOut } from './eventAt';
import type { IncidentEvent } from './incidentEvent';

/** Rules about many requests on one endpoint. */
const FLOODS: ReadonlySet<string> = new Set(['flood-address', 'hot-endpoint', 'distributed-flood', 'mail-form-abuse']);
/** Flooded endpoints beyond this number say no more. */
const MOST_FLOODS = 10;
/** Lines that are named with the beginning of a flood. */
const MOST_PLACES = 20;

/** When floods began, were at their highest, and ended: one for each endpoint, the largest ones. */
export function floodEvents(model: LogModel, findings: readonly Finding[]): IncidentEvent[] {
  const byEndpoint = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [endpoint] = finding.endpoints;
    if (!FLOODS.has(finding.rule) || endpoint === undefined || finding.first === undefined) continue;
    const key = `${endpoint.method} ${endpoint.path}`;
    const group = byEndpoint.get(key);
    if (group === undefined) byEndpoint.set(key, [finding]);
    else group.push(finding);
  }
  const floods = [...byEndpoint.values()].toSorted((one, other) => requestsIn(other) - requestsIn(one));
  return [
    ...floods.slice(0, MOST_FLOODS).flatMap((group) => describe(model, group)),
    ...leftOut(floods.length - MOST_FLOODS, (more) => t('{0} more floods are not told here.', more)),
  ];
}

function requestsIn(findings: readonly Finding[]): number {
  return findings.reduce((most, finding) => Math.max(most, finding.count ?? 0), 0);
}

function describe(model: LogModel, findings: readonly Finding[]): IncidentEvent[] {
  const timed = findings.toSorted((one, other) => Date.parse(one.first!) - Date.parse(other.first!));
  const [earliest] = timed;
  const latest = findings.reduce((a, b) => (Date.parse(b.last ?? b.first!) > Date.parse(a.last ?? a.first!) ? b : a));
  const { method, path } = earliest!.endpoints[0]!;
  const name = shortened(`${method} ${path}`);
  const clients = new Set(findings.flatMap((finding) => finding.clients.map(({ address }) => address)));
  const common = { certainty: 'confirmed' as const };
  return [
    {
      ...common,
      kind: 'flood-begin',
      time: earliest!.first!,
      text: t('The flood on {0} began ({1} addresses in all).', name, count(clients.size)),
      places: earliest!.places.slice(0, MOST_PLACES),
    },
    ...peakOf(model, { method, path }, clients, name),
    {
      ...common,
      kind: 'flood-end',
      time: latest.last ?? latest.first!,
      text: t('The flood on {0} ended.', name),
      places: [],
    },
  ];
}

/** The minute with most requests of those who flooded. */
function peakOf(
  model: LogModel,
  endpoint: { readonly method: string; readonly path: string },
  clients: ReadonlySet<string>,
  name: string,
): IncidentEvent[] {
  const id = model.table.findEndpoint(endpoint);
  if (id === undefined) return [];
  const { client, time, zone } = model.table.data;
  const { client: addresses } = model.table.texts;
  const flooding = new Set([...clients].flatMap((address) => addresses.find(address) ?? []));
  const rows = rowsOf(requestsOf(model).byEndpoint, id).filter((row) => flooding.has(client[row]!));
  const peak = busiest(sortedTimes(time, rows), MINUTE);
  const first = rows.find((row) => time[row] === peak.start);
  if (first === undefined) return [];
  return [
    {
      kind: 'flood-peak',
      certainty: 'confirmed',
      time: isoTime(peak.start, zone[first]!),
      text: t('The flood on {0} was at its highest: {1} requests within a minute.', name, count(peak.count)),
      places: [],
    },
  ];
}
