import type { Expression, FunctionNode } from './ast';
import { Flag, type Value } from './value';

/** Origins whose way through the code is worth telling. */
const TOLD = Flag.Request | Flag.MaybeRequest | Flag.Remote | Flag.Upload;
/** What the client sends, as it is written. */
const SOURCE = /\$_(?:GET|POST|REQUEST|COOKIE|FILES|SERVER)\b|\$HTTP_\w+_VARS|php:\/\/input|getallheaders|filter_input/;
const VARIABLE = /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)/g;
/** Steps of one way that are told. */
const MOST_STEPS = 4;
/** Assignments of one file that are kept. */
const MOST_FLOWS = 2000;
/** Expressions are looked through this far, in characters. */
const MOST_TEXT = 1000;

/** Something of the client's that went into a variable. */
export interface Flow {
  /** Where it came from. */
  readonly from: Expression;
  /** The function that `from` stands in. */
  readonly site: FunctionNode | undefined;
}

/** The ways that what the client sent takes through the variables of a file, for a reader who wants to follow them. */
export class Flows {
  private readonly flows = new Map<string, Flow[]>();
  private count = 0;

  /**
   * @param owner the function whose variable it is, `undefined` for the file's own
   * @param flow the assignment, or the argument that fills a parameter
   */
  add(name: string, owner: FunctionNode | undefined, value: Value, flow: Flow): void {
    if ((value.flags & TOLD) === 0 || this.count >= MOST_FLOWS) return;
    const key = keyOf(name, owner);
    const before = this.flows.get(key);
    if (before?.some(({ from }) => from === flow.from)) return;
    this.count++;
    if (before) before.push(flow);
    else this.flows.set(key, [flow]);
  }

  /** The places that a value came by on its way to an expression, the nearest first; none where it is written there itself. */
  stepsTo(end: Expression, owner: FunctionNode | undefined, code: string): Expression[] {
    const steps: Expression[] = [];
    let at: Flow | undefined = { from: end, site: owner };
    while (steps.length < MOST_STEPS) {
      const text: string = code.slice(at.from.start, Math.min(at.from.end, at.from.start + MOST_TEXT));
      at = SOURCE.test(text) ? undefined : this.into(text, at);
      if (!at || steps.includes(at.from) || at.from === end) break;
      steps.push(at.from);
    }
    return steps;
  }

  /** What went last into one of the variables of a text, of that which stands before it or outside of its function. */
  private into(text: string, { from, site }: Flow): Flow | undefined {
    for (const [, name] of text.matchAll(VARIABLE)) {
      const flows = this.flows.get(keyOf(name!, site)) ?? [];
      const before = flows.filter((flow) => flow.site !== site || flow.from.start < from.start);
      if (before.length > 0) return before.at(-1);
    }
    return undefined;
  }
}

function keyOf(name: string, owner: FunctionNode | undefined): string {
  return `${owner?.start ?? ''}$${name}`;
}
