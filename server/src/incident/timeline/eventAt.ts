import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { evidenceOf } from '../../rules/log/evidence';
import type { IncidentEvent } from './incidentEvent';

/** Lines that are named with an event. */
export const MOST_PLACES = 20;

/** What is said of an event beside what its rows tell. */
export type EventWords = Omit<IncidentEvent, 'time' | 'places'>;

/** An event that some rows (at least one, ascending) of the logs show: it began with the earliest of them. */
export function eventAt(model: LogModel, rows: Uint32Array, words: EventWords): IncidentEvent {
  const { first, places } = evidenceOf(model, rows.subarray(0, MOST_PLACES));
  return { ...words, ...(first !== undefined && { time: first }), places };
}

/** An event that a single row shows. */
export function eventAtRow(model: LogModel, row: number, words: EventWords): IncidentEvent {
  return eventAt(model, Uint32Array.of(row), words);
}

/** Says how many things are not told; nothing where there are none. */
export function leftOut(more: number, words: (count: string) => string): IncidentEvent[] {
  return more <= 0 ? [] : [{ kind: 'left-out', certainty: 'confirmed', text: words(count(more)), places: [] }];
}
