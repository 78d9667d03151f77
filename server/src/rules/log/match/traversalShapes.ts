import { BACKSLASH, DOT, SLASH } from '../../../log/bytes';
import { Part } from '../patterns/literal';
import { FAINT, PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const SEMICOLON = 0x3b;
/** More dots than this are no folder of any kind. */
const MOST_DOTS = 4;

const farUp = witness('path-traversal', PROOF);
const aboveRoot = witness('path-traversal', STRONG);
const twiceUp = witness('path-traversal', STRONG);
const onceUp = witness('path-traversal', TELLING);
const oddUp = witness('path-traversal', STRONG);
const upInPath = witness('path-traversal', FAINT);

/** Steps to the folder above, `../`, in all the ways that servers understand: `..\`, `..;/`, `.../`, `....//`. */
export function findTraversal(bytes: Uint8Array, length: number, part: number, evidence: Evidence): void {
  let steps = 0;
  let depth = 0;
  let lowest = 0;
  let isOdd = false;
  let from = 0;
  for (let at = 0; at <= length; at++) {
    const byte = at < length ? bytes[at]! : SLASH;
    if (byte !== SLASH && byte !== BACKSLASH) continue;
    const dots = dotsBetween(bytes, from, at);
    if (dots >= 2 && (at < length || dots === 2)) {
      steps++;
      depth--;
      isOdd ||= (byte === BACKSLASH || bytes[at - 1] === SEMICOLON || dots > 2) && at < length;
      lowest = Math.min(lowest, depth);
    } else if (at > from && dots !== 1) depth++;
    from = at + 1;
  }
  if (steps === 0) return;
  if (steps >= 3) evidence.add(farUp);
  if (isOdd) evidence.add(oddUp);
  // Browsers and honest robots take the steps themselves before they ask for a path.
  if (part === Part.path) evidence.add(lowest < 0 && length > 3 ? aboveRoot : upInPath);
  else if (steps >= 2) evidence.add(twiceUp);
  else if (bytes[length - 1] !== DOT) evidence.add(onceUp);
}

/** How many dots stand between two slashes with nothing else but a semicolon at the end; 0 for anything else. */
function dotsBetween(bytes: Uint8Array, from: number, to: number): number {
  const end = to > from && bytes[to - 1] === SEMICOLON ? to - 1 : to;
  if (end - from > MOST_DOTS) return 0;
  for (let at = from; at < end; at++) {
    if (bytes[at] !== DOT) return 0;
  }
  return end - from;
}
