import { attacksOf, type Attack } from './exploitEvents';
import { logInsOf, type LogIn } from './logInEvents';
import type { Traces } from './traces';
import { writesOf, type Write } from './writeEvents';

/** What came before the bad files were used and may have led to them. */
export interface Witnesses {
  readonly logIns: readonly LogIn[];
  readonly attacks: readonly Attack[];
  readonly writes: readonly Write[];
}

/** Nothing where there is no bad file that anything could have led to. */
export function witnessesOf(traces: Traces): Witnesses {
  if (traces.trails.length === 0) return { logIns: [], attacks: [], writes: [] };
  return { logIns: logInsOf(traces), attacks: attacksOf(traces), writes: writesOf(traces) };
}
