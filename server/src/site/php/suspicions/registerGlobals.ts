import type { AnalysisState } from '../analysisState';
import { Flag, type Value } from '../value';

const FIELD = /\bname\s*=\s*\\?["']?\s*([A-Za-z_]\w*)/gi;

/**
 * Whether a variable that nothing sets is the client's: the file's own form has a field of that name, as in scripts written for
 * `register_globals`. Without such a field the variable may just as well come from a file that includes this one.
 */
export function setsByForm(state: AnalysisState): boolean {
  if (state.unset.size === 0) return false;
  for (const match of state.code.matchAll(FIELD)) if (state.unset.has(match[1]!)) return true;
  return false;
}

/** Whether the client has put something into a value, `register_globals` included. */
export function isClients(value: Value, byForm: boolean): boolean {
  return (value.flags & (byForm ? Flag.Request | Flag.Unset : Flag.Request)) !== 0;
}
