import type { Finding } from '../../rules/finding';
import { t } from '../../words';
import { beforeEvents } from './beforeEvents';
import { callEvents } from './callEvents';
import { leftOut } from './eventAt';
import { attacksOf } from './exploitEvents';
import { floodEvents } from './floodEvents';
import { EVENT_KINDS, type IncidentEvent } from './incidentEvent';
import { logInsOf } from './logInEvents';
import { networkEvents } from './networkEvents';
import type { Traces } from './traces';
import { writesOf } from './writeEvents';

/** Files beyond this number have no events of their own. */
const MOST_FILES = 100;

/** What a timeline is made of. */
export interface TimelineFacts {
  /** Absent where no log was read. */
  readonly traces?: Traces;
  readonly logFindings: readonly Finding[];
}

/** What happened in an incident, in the order of time. */
export function timelineOf({ traces, logFindings }: TimelineFacts): IncidentEvent[] {
  return inOrderOfTime([
    ...(traces === undefined ? [] : eventsOfTraces(traces)),
    ...(traces === undefined ? [] : floodEvents(traces.model, logFindings)),
  ]);
}

function eventsOfTraces(traces: Traces): IncidentEvent[] {
  const { model, trails, company } = traces;
  if (trails.length === 0) return [];
  return [
    ...beforeEvents(traces),
    ...[...logInsOf(traces), ...attacksOf(traces), ...writesOf(traces)].map(({ event }) => event),
    ...trails.slice(0, MOST_FILES).flatMap((trail) => callEvents(model, trail)),
    ...networkEvents(traces),
    ...leftOut(trails.length - MOST_FILES, (files) => t('Of {0} more files nothing is told here.', files)),
    ...(company.isBehindProxies ? [behindProxies()] : []),
  ];
}

function behindProxies(): IncidentEvent {
  const text = t(
    'Bad files were called through a proxy: its address does not tell who it was, and nothing is said of what its clients did before.',
  );
  return { kind: 'left-out', certainty: 'confirmed', text, places: [] };
}

/** Events in the order of their instants, whatever their offsets; those without a time last. */
export function inOrderOfTime(events: readonly IncidentEvent[]): IncidentEvent[] {
  return events
    .map((event) => ({ event, at: event.time === undefined ? Number.MAX_VALUE : Date.parse(event.time) }))
    .toSorted((one, other) => one.at - other.at || rank(one.event) - rank(other.event))
    .map(({ event }) => event);
}

/** Of what happened in the same second, what leads to something stands before it. */
function rank({ kind }: IncidentEvent): number {
  return EVENT_KINDS.indexOf(kind);
}
