import type { Foreach, FunctionNode, If, Loop, Statement, Switch } from '../ast';
import { operate } from '../fold/operators';
import { constant, truthOf, type Value } from '../value';
import { ExpressionInterpreter } from './expressions';
import { Memory } from './memory';
import { giveUp, NotKnown } from './notKnown';
import type { World } from './world';

/** Functions that call others are followed this deep: some decoders call themselves for each character. */
const MAX_CALLS = 120;

/** Why statements are left before their end. */
interface Leave {
  readonly how: 'break' | 'continue' | 'return';
  /** Loops and switches that are still to be left. */
  readonly levels: number;
}

/**
 * Works out what code gives that only calculates: decoders that attackers write themselves. It knows PHP's operators and pure
 * functions and nothing that reads or changes anything outside; whatever else comes up ends it.
 */
class Interpreter extends ExpressionInterpreter {
  private depth = 0;
  private returned: Value = constant(null);

  constructor(world: World) {
    super(world, new Memory(world.variable));
  }

  get variables(): ReadonlyMap<string, Value> {
    return this.memory.variables;
  }

  override callOwn(callee: FunctionNode, args: readonly Value[]): Value {
    if (this.depth >= MAX_CALLS) giveUp();
    const outer = this.memory;
    this.memory = new Memory(() => constant(null));
    this.depth++;
    callee.parameters.forEach(({ name, initial, byReference, variadic }, position) => {
      if (byReference || variadic) giveUp();
      const value = args[position] ?? (initial ? this.evaluate(initial) : giveUp());
      this.memory.set(name, value);
    });
    this.returned = constant(null);
    this.block(callee.body);
    const value = this.returned;
    this.returned = constant(null);
    this.depth--;
    this.memory = outer;
    return value;
  }

  block(body: readonly Statement[]): Leave | undefined {
    for (const statement of body) {
      const leave = this.statement(statement);
      if (leave) return leave;
    }
    return undefined;
  }

  statement(node: Statement): Leave | undefined {
    switch (node.kind) {
      case 'expression':
        this.evaluate(node.expression);
        return undefined;
      case 'return':
        this.returned = node.value ? this.evaluate(node.value) : constant(null);
        return { how: 'return', levels: 0 };
      case 'jump':
        return { how: node.word, levels: node.levels };
      case 'block':
        return this.block(node.body);
      case 'if':
        return this.ifStatement(node);
      case 'loop':
        return this.loop(node);
      case 'foreach':
        return this.foreach(node);
      case 'switch':
        return this.switch(node);
      case 'global':
        for (const name of node.names) this.memory.set(name, this.world.fileVariable(name) ?? giveUp());
        return undefined;
      case 'unset':
        for (const target of node.targets) {
          if (target.kind !== 'variable') giveUp();
          this.memory.unset(this.nameOf(target.name));
        }
        return undefined;
      case 'function':
      case 'label':
        return undefined;
      default:
        return giveUp();
    }
  }

  private ifStatement(node: If): Leave | undefined {
    const branch = node.branches.find(({ test }) => this.isTrue(test));
    return this.block(branch?.body ?? node.otherwise ?? []);
  }

  private loop(node: Loop): Leave | undefined {
    for (const part of node.initial) this.evaluate(part);
    for (let round = 0; ; round++) {
      this.spend();
      if ((round > 0 || !node.bodyFirst) && !this.goesOn(node)) return undefined;
      const left = leaveOf(this.block(node.body));
      if (left.ends) return left.further;
      for (const part of node.updates) this.evaluate(part);
    }
  }

  /** The last of a loop's tests decides; a loop without one goes on. */
  private goesOn({ tests }: Loop): boolean {
    return tests.map((test) => this.isTrue(test)).at(-1) ?? true;
  }

  private foreach(node: Foreach): Leave | undefined {
    const { items } = this.evaluate(node.subject);
    if (!items || (node.value.kind === 'unary' && node.value.op === '&')) return giveUp();
    for (const [key, value] of items) {
      this.spend();
      if (node.key) this.assignTo(node.key, constant(/^\d{1,9}$/.test(key) ? Number(key) : key));
      this.assignTo(node.value, value);
      const left = leaveOf(this.block(node.body));
      if (left.ends) return left.further;
    }
    return undefined;
  }

  private switch(node: Switch): Leave | undefined {
    const subject = this.evaluate(node.subject);
    const matches = ({ test }: Switch['cases'][number]): boolean =>
      test !== undefined && truthOf(operate('==', subject, this.evaluate(test))) === true;
    const found = node.cases.findIndex(matches);
    const from = found === -1 ? node.cases.findIndex(({ test }) => test === undefined) : found;
    if (from === -1) return undefined;
    for (const { body } of node.cases.slice(from)) {
      const leave = this.block(body);
      if (leave) return leaveOf(leave).further;
    }
    return undefined;
  }
}

/** What a loop does when its body was left: whether it ends, and what the statements around it have to do. */
function leaveOf(leave: Leave | undefined): { ends: boolean; further: Leave | undefined } {
  if (!leave) return { ends: false, further: undefined };
  if (leave.how === 'return') return { ends: true, further: leave };
  if (leave.levels > 1) return { ends: true, further: { ...leave, levels: leave.levels - 1 } };
  return { ends: leave.how === 'break', further: undefined };
}

/** The variables that a loop leaves behind, `undefined` when that can't be worked out. */
export function interpretLoop(node: Loop | Foreach, world: World): ReadonlyMap<string, Value> | undefined {
  return attempt(() => {
    const interpreter = new Interpreter(world);
    // A loop that ends the code around it leaves more undone than its variables.
    if (interpreter.statement(node)) giveUp();
    return interpreter.variables;
  });
}

/** What a function gives for these arguments, `undefined` when that can't be worked out. */
export function interpretCall(callee: FunctionNode, args: readonly Value[], world: World): Value | undefined {
  return attempt(() => new Interpreter(world).callOwn(callee, args));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}
