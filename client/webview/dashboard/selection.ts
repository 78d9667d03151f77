import { conditionText } from './clock';
import type { Endpoint, LineConditions, DashboardQuery, TimeSpan } from './messages';

/** What the user chose to look at. Plain data: kept while the page is hidden. */
export interface Selection {
  /** Part of the time that the chart shows. */
  readonly shown?: TimeSpan;
  /** Part of that which the lists tell of. */
  readonly chosen?: TimeSpan;
  readonly log?: { readonly uri: string; readonly name: string };
  readonly clients?: ChosenClients;
  readonly endpoint?: Endpoint;
  /** As conditions on lines have it, and what it is called. */
  readonly status?: { readonly list: string; readonly name: string };
}

/** One address, or those of a network. */
export interface ChosenClients {
  readonly kind: 'client' | 'network';
  /** Differs from that of every other of its kind. */
  readonly key: string;
  readonly name: string;
  readonly addresses: readonly string[];
}

/** What can be chosen and taken back. */
export type Part = keyof Selection;

/** Chooses something; what was chosen already is taken back. */
export function toggled<Name extends Part>(
  selection: Selection,
  part: Name,
  value: NonNullable<Selection[Name]>,
): Selection {
  const isChosen = JSON.stringify(selection[part]) === JSON.stringify(value);
  return isChosen ? without(selection, part) : { ...selection, [part]: value };
}

/** Takes a part of a selection back. */
export function without(selection: Selection, part: Part): Selection {
  const { [part]: _, ...others } = selection;
  return others;
}

/** The question for what is chosen of some logs. */
export function queryOf(
  { shown, chosen, log, clients, endpoint, status }: Selection,
  logs: DashboardQuery['logs'],
  bars: number,
): DashboardQuery {
  return {
    logs,
    bars,
    ...(shown && { shown }),
    ...(chosen && { chosen }),
    ...(log && { log: log.uri }),
    ...(clients && { clients: clients.addresses }),
    ...(endpoint && { endpoint }),
    ...(status && { status: status.list }),
  };
}

/**
 * The lines of what is chosen.
 * @param zone offset from UTC in minutes by which times are written
 */
export function conditionsOf({ shown, chosen, clients, endpoint, status }: Selection, zone: number): LineConditions {
  const time = chosen ?? shown;
  return {
    ...(clients && { address: clients.addresses.join(' ') }),
    ...(endpoint && { path: endpoint.path }),
    ...(endpoint?.method && { method: endpoint.method }),
    ...(status && { status: status.list }),
    ...(time && { from: conditionText(time.from, zone), until: conditionText(time.to, zone) }),
  };
}
