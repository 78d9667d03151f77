import { superglobal } from '../sources';
import { Flag, textOf } from '../value';
import type { Search, Witness } from './witness';

/** So many variables with names in escapes are the work of a program that makes code unreadable. */
const MANY = 3;

/** Variables whose names are hidden from a search: `${'_' . 'POST'}`, `${"\x47LOBALS"}['a']`. */
export const findHiddenVariables: Search = ({ state }) => {
  const hidden: Witness[] = [];
  let strong = false;
  for (const [node, value] of state.dynamicNames) {
    const name = textOf(value);
    const written = node.kind === 'variable' && typeof node.name !== 'string' && node.name.kind === 'literal';
    const disguised = (value.flags & (Flag.Computed | Flag.Decoded)) !== 0;
    if (name === undefined || (!disguised && !written)) continue;
    const sends = superglobal(name) !== undefined;
    // Nobody writes `${'GLOBALS'}` for `$GLOBALS` by hand.
    strong ||= sends;
    if (sends || (disguised && written)) hidden.push({ signal: 'hiddenVariableName', strength: 'strong', node });
  }
  return strong || hidden.length >= MANY ? hidden.slice(0, 1) : [];
};
