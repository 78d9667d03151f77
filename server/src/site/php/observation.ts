import type { Expression, FunctionNode } from './ast';
import { Flag, isSame, join, type Value } from './value';

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
  /** The first of each place. */
  private readonly firsts: Observation[] = [];
  private readonly indexes = new Map<Expression, number>();
  /** The others of the few places that have several, by the index of the first. */
  private readonly others = new Map<number, Observation[]>();

  add(seen: Observation): void {
    const index = this.indexes.get(seen.node);
    if (index === undefined) {
      this.indexes.set(seen.node, this.firsts.push(seen) - 1);
      return;
    }
    const first = this.firsts[index]!;
    if (isOfSame(first, seen)) this.firsts[index] = merge(first, seen);
    else this.addOther(index, seen);
  }

  private addOther(index: number, seen: Observation): void {
    const others = this.others.get(index) ?? [];
    const same = others.findIndex((one) => isOfSame(one, seen));
    if (same !== -1) others[same] = merge(others[same]!, seen);
    else if (others.length + 1 < MOST_PER_PLACE) others.push(seen);
    this.others.set(index, others);
  }

  /** All of them, place by place. */
  all(): readonly Observation[] {
    if (this.others.size === 0) return this.firsts;
    return this.firsts.flatMap((first, index) => [first, ...(this.others.get(index) ?? [])]);
  }
}

function isOfSame(one: Observation, other: Observation): boolean {
  return one.name === other.name && one.kind === other.kind;
}

function merge(before: Observation, seen: Observation): Observation {
  if (addsNothing(before, seen)) return before;
  return {
    kind: before.kind,
    node: before.node,
    name: before.name,
    args: mergedArguments(before.args, seen.args),
    callee: before.callee && seen.callee ? mostTelling(before.callee, seen.callee) : (before.callee ?? seen.callee),
    owner: before.owner,
    inLoop: before.inLoop || seen.inLoop,
    dead: before.dead && seen.dead,
    guarded: before.guarded && seen.guarded,
  };
}

/** Argument by argument; where one call has more of them, those of that call. */
function mergedArguments(before: readonly Value[], seen: readonly Value[]): readonly Value[] {
  const merged: Value[] = [];
  for (const [index, arg] of before.entries()) {
    const other = seen[index];
    merged.push(other ? mostTelling(arg, other) : arg);
  }
  for (let index = before.length; index < seen.length; index++) merged.push(seen[index]!);
  return merged;
}

function addsNothing(before: Observation, seen: Observation): boolean {
  if (before.inLoop !== seen.inLoop || before.dead !== seen.dead || before.guarded !== seen.guarded) return false;
  if (before.args.length !== seen.args.length || !isCovered(before.callee, seen.callee)) return false;
  return before.args.every((arg, index) => isCovered(arg, seen.args[index]));
}

/** Whether a value tells nothing that another does not tell already. */
function isCovered(before: Value | undefined, seen: Value | undefined): boolean {
  if (!before || !seen) return before === seen;
  return isSame(before, seen);
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
