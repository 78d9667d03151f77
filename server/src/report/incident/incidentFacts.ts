import type { KnownNetworkLookup } from '../../address/clientNetworks';
import type { Incident } from '../../incident/incident';
import type { Task } from '../../incident/notice/task';

/** What a report on an incident is made of. */
export interface IncidentFacts {
  readonly incident: Incident;
  /** What the user has done of what is to be done. */
  readonly done: ReadonlySet<Task>;
  /** What is known of the networks of clients. */
  readonly lookup: KnownNetworkLookup;
  /** Date of the bundled network data; `undefined` where it can't be had. */
  readonly dataDate?: string;
  /** Day of the report, `YYYY-MM-DD`. */
  readonly date: string;
  /** BCP 47 tag of the language that the texts are in. */
  readonly language: string;
  /** Whether `incident` was masked by `maskIncident`, which the report then says. */
  readonly isMasked: boolean;
}
