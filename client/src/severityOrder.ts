import type { Severity } from '../../server/src/protocol';

/** Severities, the most urgent first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Sorts the more urgent first. */
export function bySeverity(one: { readonly severity: Severity }, other: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
}

/** Whether something is to be acted on, or may have to be. */
export function isSuspicious({ severity }: { readonly severity: Severity }): boolean {
  return severity === 'error' || severity === 'warning';
}
