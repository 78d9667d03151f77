import type { Relation } from './company';
import type { IncidentEvent } from './incidentEvent';

/** An event that speaks for a cause. */
export interface Witness {
  readonly event: IncidentEvent;
  /** What those who did it have to do with those who used the bad files; `undefined`: nothing that is known. */
  readonly relation: Relation | undefined;
}

/** Whether it was done by those who used the bad files, or by their neighbours; of a whole provider's clients that says little. */
export function isOfCompany({ relation }: Witness): boolean {
  return relation === 'same' || relation === 'network';
}

/** The most telling witnesses, and how many there are besides. */
export type Told<Each extends Witness> = readonly [told: Each[], more: number];

const RELATIONS: readonly (Relation | undefined)[] = ['same', 'network', 'operator', undefined];

/** The closest first, of these in the order given. */
export function byRelation(one: Pick<Witness, 'relation'>, other: Pick<Witness, 'relation'>): number {
  return RELATIONS.indexOf(one.relation) - RELATIONS.indexOf(other.relation);
}
