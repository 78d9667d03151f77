import type { AnalysisState } from '../analysisState';
import type { Expression } from '../ast';

/** Whether two expressions are written alike: within one function they then most likely mean the same. */
export function sameSource(a: Expression | undefined, b: Expression, { code }: AnalysisState): boolean {
  return a !== undefined && code.slice(a.start, a.end) === code.slice(b.start, b.end);
}
