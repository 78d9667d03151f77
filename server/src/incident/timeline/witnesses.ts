import { attacksOf, type Attack } from './exploitEvents';
import { logInsOf, type LogIn } from './logInEvents';
import type { Traces } from './traces';
import { writesOf, type Write } from './writeEvents';

/** What came before the bad files were used and may have led to them: of each kind the most telling. */
export interface Witnesses {
  readonly logIns: readonly LogIn[];
  readonly attacks: readonly Attack[];
  readonly writes: readonly Write[];
  /** How many there are besides. */
  readonly more: Readonly<Record<'logIns' | 'attacks', number>>;
}

/** Nothing where there is no bad file that anything could have led to. */
export function witnessesOf(traces: Traces): Witnesses | undefined {
  if (traces.trails.length === 0) return undefined;
  const [logIns, moreLogIns] = logInsOf(traces);
  const [attacks, moreAttacks] = attacksOf(traces);
  return { logIns, attacks, writes: writesOf(traces), more: { logIns: moreLogIns, attacks: moreAttacks } };
}
