import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { IncidentFile } from '../incident';
import { callEvents } from './callEvents';
import { trailsOf } from './fileTrail';
import { EVENT_KINDS, type IncidentEvent } from './incidentEvent';

/** Files beyond this number have no events of their own. */
const MOST_FILES = 100;

/** What a timeline is made of. */
export interface TimelineFacts {
  readonly files: readonly IncidentFile[];
  /** Requests for each file, as rows of the model. */
  readonly rows: ReadonlyMap<string, Uint32Array>;
  /** Absent where no log was read. */
  readonly model?: LogModel;
}

/** What happened in an incident, in the order of time. */
export function timelineOf({ files, rows, model }: TimelineFacts): IncidentEvent[] {
  const trails = trailsOf(model, files, rows);
  const told = trails.slice(0, MOST_FILES);
  return inOrderOfTime([
    ...(model === undefined ? [] : told.flatMap((trail) => callEvents(model, trail))),
    ...leftOut(trails.length - told.length),
  ]);
}

function leftOut(files: number): IncidentEvent[] {
  if (files <= 0) return [];
  const text = t('Of {0} more files nothing is told here.', count(files));
  return [{ kind: 'left-out', certainty: 'confirmed', text, places: [] }];
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
