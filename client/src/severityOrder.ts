import type { Severity } from '../../server/src/protocol';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Sorts the more urgent first. */
export function bySeverity(one: { readonly severity: Severity }, other: { readonly severity: Severity }): number {
  return RANK[one.severity] - RANK[other.severity];
}
