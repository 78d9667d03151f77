import type { Observation } from '../observation';
import { Flag, textOf, type Value } from '../value';
import type { Search, Witness } from './witness';

const DIGEST = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i;

/** A password whose checksum is written into the file: the door of a tool that has no users. */
export const findPasswordGates: Search = ({ seen }) =>
  seen.flatMap((one): Witness[] => {
    const strength = gate(one);
    return strength ? [{ signal: 'passwordGate', strength, node: one.node }] : [];
  });

function gate({ kind, name, args }: Observation): Witness['strength'] | undefined {
  const equality = kind === 'compare' && /^[=!]==?$/.test(name);
  const call = kind === 'call' && (name === 'strcmp' || name === 'hash_equals' || name === 'password_verify');
  if (!equality && !call) return undefined;
  const [left, right] = args;
  if (!left || !right) return undefined;
  return side(left, right) ?? side(right, left);
}

function side(sent: Value, known: Value): Witness['strength'] | undefined {
  const text = textOf(known);
  if (text === undefined || known.flags & Flag.Request || sent.flags & Flag.Agent) return undefined;
  // A random key of the usual length sent as it is opens the doors that campaigns leave for themselves.
  return sent.flags & (Flag.Digest | Flag.Whole) && DIGEST.test(text) ? 'strong' : undefined;
}
