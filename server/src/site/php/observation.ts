import type { Expression, FunctionNode } from './ast';
import { Flag, join, type Value } from './value';

/** What the code was seen to do at one place, with all that is known of the values taking part. */
export interface Observation {
  readonly kind: 'call' | 'method' | 'static' | 'new' | 'code' | 'include' | 'compare' | 'guard' | 'shell' | 'exit';
  readonly node: Expression;
  /**
   * Lower-case name of the function, method or class; the operator of a comparison. Empty when it is not known.
   * For code that runs a text the construct, e.g. `eval`.
   */
  readonly name: string;
  /** The callee of a call that does not name its function, the object of a method call, the owner of a static call. */
  readonly callee: Value | undefined;
  readonly args: readonly Value[];
  /** The function that the place belongs to; `undefined` for the file's own code. */
  readonly owner: FunctionNode | undefined;
  /** Whether it stands in a loop, also in one around a call of its function. */
  readonly inLoop: boolean;
  /** It only happens when a condition holds that folding found never to hold. */
  readonly dead: boolean;
  /** It comes behind a check that ends the file when it is requested directly. */
  readonly guarded: boolean;
}

/** Different functions that are noted for one place. */
const MOST_PER_PLACE = 16;

/**
 * Observations of one file, one per place and name: what is seen again adds what is known of its values. One place has several
 * when it calls a function that calls another (`call_user_func`), or different ones in turn.
 */
export class Observations {
  private readonly byNode = new Map<Expression, Observation[]>();

  add(seen: Observation): void {
    const here = this.byNode.get(seen.node);
    if (!here) {
      this.byNode.set(seen.node, [seen]);
      return;
    }
    const same = here.findIndex((one) => one.name === seen.name && one.kind === seen.kind);
    if (same !== -1) here[same] = merge(here[same]!, seen);
    else if (here.length < MOST_PER_PLACE) here.push(seen);
  }

  all(): Observation[] {
    return [...this.byNode.values()].flat();
  }
}

function merge(before: Observation, seen: Observation): Observation {
  if (addsNothing(before, seen)) return before;
  const args = Array.from({ length: Math.max(before.args.length, seen.args.length) }, (_, index) => {
    const [a, b] = [before.args[index], seen.args[index]];
    return a && b ? mostTelling(a, b) : (a ?? b)!;
  });
  return {
    ...before,
    callee: before.callee && seen.callee ? mostTelling(before.callee, seen.callee) : (before.callee ?? seen.callee),
    args,
    inLoop: before.inLoop || seen.inLoop,
    dead: before.dead && seen.dead,
    guarded: before.guarded && seen.guarded,
  };
}

function addsNothing(before: Observation, seen: Observation): boolean {
  if (before.inLoop !== seen.inLoop || before.dead !== seen.dead || before.guarded !== seen.guarded) return false;
  if (before.args.length !== seen.args.length || !isCovered(before.callee, seen.callee)) return false;
  return before.args.every((arg, index) => isCovered(arg, seen.args[index]));
}

/** Whether a value tells nothing that another does not tell already. */
function isCovered(before: Value | undefined, seen: Value | undefined): boolean {
  if (!before || !seen) return before === seen;
  return mostTelling(before, seen) === before;
}

/**
 * Origins of both; the constant or known beginning of whichever has one, since knowing a value once is enough for a witness. What the
 * client chooses from the first character on has no beginning.
 */
function mostTelling(a: Value, b: Value): Value {
  const joined = join(a, b);
  if (joined === a) return a;
  const known = a.constant ?? b.constant;
  if (joined.constant === undefined && known !== undefined) return { ...joined, constant: known };
  const prefix = joined.flags & Flag.Whole ? undefined : (a.prefix ?? b.prefix);
  return joined.prefix === undefined && prefix !== undefined ? { ...joined, prefix } : joined;
}
