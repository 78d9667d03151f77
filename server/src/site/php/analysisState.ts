import type { Expression, Foreach, FunctionNode, Loop, Program } from './ast';
import { Flows } from './flows';
import { FunctionCatalog } from './functionCatalog';
import { Observations } from './observation';
import type { Scope } from './scope';
import { Flag, type Value } from './value';

/** Steps of evaluation for one file with all that is decoded from it; counted, not timed, so that results repeat. */
const MAX_STEPS = 800_000;
/** Steps of code that is worked out exactly; they are shorter. */
const MAX_EXACT_STEPS = 1_000_000;

/** Shared by all analyses of one file, its decoded payloads included. */
export class Budget {
  private steps = 0;
  private exactSteps = 0;

  constructor(private readonly limit = MAX_STEPS) {}

  get spent(): boolean {
    return this.steps > this.limit;
  }

  /** Counts work; gives `false` when there is none left. */
  spend(steps = 1): boolean {
    this.steps += steps;
    return this.steps <= this.limit;
  }

  /** Counts work of the interpreter, which is optional: gives `false` when there is none left, and no limit was hit. */
  spendExactly(steps: number): boolean {
    this.exactSteps += steps;
    return this.exactSteps <= MAX_EXACT_STEPS;
  }
}

/** A call of one of the file's functions, for the question what a request reaches. */
export interface CallEdge {
  readonly from: FunctionNode | undefined;
  readonly to: FunctionNode;
  readonly inLoop: boolean;
  /** It stands behind a check that ends a direct request. */
  readonly guarded: boolean;
}

/** All that an analysis of one file gathers on its way. */
export class AnalysisState {
  readonly observations = new Observations();
  readonly flows = new Flows();
  readonly catalog: FunctionCatalog;
  readonly constants = new Map<string, Value>();
  /** Properties by name, whatever their object: an object's way through the code is not followed. */
  readonly properties = new Map<string, Value>();
  /** What the file puts into the session, by key; the empty key stands for any. */
  readonly session = new Map<string, Value>();
  /** Variables that were read though nothing had set them. */
  readonly unset = new Set<string>();
  /** Something was included, so that variables may come from elsewhere. */
  included = false;
  /** It reads a command line or refuses to run on the web: a tool of the developers. */
  commandLine = false;
  /** Variables around a closure where it was made. */
  readonly captured = new Map<FunctionNode, Scope>();
  readonly edges: CallEdge[] = [];
  /** The expression that named an open file, by the items of its handle. */
  readonly opened = new WeakMap<ReadonlyMap<string, Value>, Expression>();
  /** Texts that folding put together, by place; for references that are not written down in one piece. */
  readonly folded = new Map<Expression, string>();
  /** Texts as written, by place. */
  readonly literals = new Map<Expression, string>();
  /** Names of variables that are worked out, by place: `$$name`, `${'name'}`. */
  readonly dynamicNames = new Map<Expression, Value>();
  /** What is printed. */
  readonly printed = new Map<Expression, Value>();
  /** How often the interpreter gave up on a loop or function. */
  readonly failures = new Map<Loop | Foreach | FunctionNode, number>();
  /** How many conditions that never hold are around the place being looked at. */
  dead = 0;
  /** The place comes behind a check that ends a direct request. */
  guarded = false;

  constructor(
    readonly code: string,
    readonly program: Program,
    readonly budget: Budget,
  ) {
    this.catalog = new FunctionCatalog(program);
  }

  /** Whether the session or an object holds what the client sent. */
  carriesRequest(): boolean {
    for (const values of [this.session, this.properties]) {
      for (const { flags } of values.values()) if (flags & Flag.Request) return true;
    }
    return false;
  }
}
