import type { FunctionNode } from './ast';
import { constant, Flag, flagged, join, UNKNOWN, type Value } from './value';

/**
 * Variables of one function call, or of the file. Within a branch assignments are kept in a log, so that leaving the branch
 * can join them with what was before it; that costs one entry per assignment and no copy of the variables.
 */
export class Scope {
  private readonly variables = new Map<string, Value>();
  /** A log for each branch around the place, made when something is set in it. */
  private readonly branches: (Map<string, Value> | undefined)[] = [];
  private readonly shared = new Set<string>();
  /** What the function may give back. */
  returned: Value | undefined;
  /** Loops around the place that is being looked at. */
  loops = 0;
  /** Origins of a variable that nothing has set, once `extract` or `$$name` may have set any of them. */
  fallback = 0;
  /** Source texts of values that a condition has checked. */
  readonly checked = new Set<string>();

  constructor(
    /** The function whose variables these are, `undefined` for the file itself. */
    readonly owner: FunctionNode | undefined,
    /** The file's own scope; `undefined` when this is it. */
    private readonly globals: Scope | undefined,
  ) {}

  get(name: string): Value {
    if (this.globals && this.shared.has(name)) return this.globals.get(name);
    return this.variables.get(name) ?? flagged(this.fallback);
  }

  set(name: string, value: Value): void {
    if (this.globals && this.shared.has(name)) {
      this.globals.set(name, join(this.globals.get(name), value));
      return;
    }
    if (this.branches.length > 0) this.note(name, this.branches.length - 1);
    this.variables.set(name, value);
  }

  /** Keeps what a variable held before the branch. */
  private note(name: string, branch: number): void {
    const log = (this.branches[branch] ??= new Map());
    if (!log.has(name)) log.set(name, this.variables.get(name) ?? UNKNOWN);
  }

  /** Whether a variable of the file itself was not set up to here, in a place where it would have to be. */
  isUnset(name: string): boolean {
    if (this.globals) return this.shared.has(name) && this.globals.isUnset(name);
    return !this.variables.has(name) && this.fallback === 0 && name !== 'this';
  }

  /**
   * What a variable holds for certain: `null` when nothing can have set it, `undefined` when its value is not known.
   * @param alone nothing from outside the file can have set it either.
   */
  exact(name: string, alone: boolean): Value | undefined {
    if (this.globals && this.shared.has(name)) return this.globals.exact(name, alone);
    const value = this.variables.get(name);
    if (!value || value.flags === Flag.Unset) {
      return this.fallback === 0 && (alone || this.globals) ? constant(null) : undefined;
    }
    return value.constant === undefined && !value.items ? undefined : value;
  }

  /** `global $name`. */
  share(name: string): void {
    this.shared.add(name);
  }

  /** The file's own variables. */
  get file(): Scope {
    return this.globals ?? this;
  }

  names(): IterableIterator<string> {
    return this.variables.keys();
  }

  /** Runs code that may or may not be executed. */
  branch(run: () => void): void {
    this.branches.push(undefined);
    run();
    const log = this.branches.pop();
    if (!log) return;
    for (const [name, before] of log) {
      const after = this.variables.get(name) ?? UNKNOWN;
      // A variable that is first set in a branch keeps its value: without the branch there would be nothing to read.
      this.set(name, before === UNKNOWN ? after : join(before, after));
    }
  }
}
