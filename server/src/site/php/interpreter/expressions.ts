import type { Argument, Assign, Binary, Call, Expression, FunctionNode, Index, Ternary, Unary } from '../ast';
import { binaryChain } from '../binaryChain';
import { increment } from '../fold/increment';
import { concatenate, operate } from '../fold/operators';
import { substring } from '../fold/stringFunctions';
import { superglobal } from '../sources';
import { constant, Flag, numberOf, textOf, truthOf, type Value } from '../value';
import { keyOf, type Memory } from './memory';
import { giveUp } from './notKnown';
import { pureResult } from './pureFunctions';
import type { World } from './world';

/** Functions that take an element off an array that they get by reference. */
const TAKES_OFF = new Set(['array_shift', 'array_pop']);

/** Works out expressions exactly, or gives up. */
export abstract class ExpressionInterpreter {
  protected constructor(
    protected readonly world: World,
    protected memory: Memory,
  ) {}

  /** Runs a function of the file. */
  protected abstract callOwn(callee: FunctionNode, args: readonly Value[]): Value;

  protected spend(steps = 1): void {
    if (!this.world.spend(steps)) giveUp();
  }

  protected evaluate(node: Expression): Value {
    this.spend();
    switch (node.kind) {
      case 'literal':
        return constant(node.value);
      case 'template':
        return node.parts.reduce((text, part) => concatenate(text, this.evaluate(part)), constant(''));
      case 'variable':
        return this.memory.read(this.nameOf(node.name));
      case 'array':
        return this.array(node.items);
      case 'index':
        return this.element(node);
      case 'name':
      case 'classConstant':
        return known(this.world.constant(node));
      case 'call':
        return this.call(node);
      case 'binary':
        return this.binary(node);
      case 'unary':
        return this.unary(node);
      case 'assign':
        return this.assign(node);
      case 'ternary':
        return this.ternary(node);
      case 'isset':
        return constant(node.operands.every((operand) => this.isSet(operand)));
      case 'empty':
        return constant(!this.isSet(node.operands[0]!) || !this.isTrue(node.operands[0]!));
      default:
        return giveUp();
    }
  }

  protected isTrue(node: Expression): boolean {
    return truth(this.evaluate(node));
  }

  protected nameOf(name: string | Expression): string {
    const text = typeof name === 'string' ? name : (textOf(this.evaluate(name)) ?? giveUp());
    return superglobal(text) || text === 'this' ? giveUp() : text;
  }

  private array(list: readonly { key: Expression | undefined; value: Expression; spread: boolean }[]): Value {
    const items = new Map<string, Value>();
    let flags = 0;
    let next = 0;
    for (const { key, value, spread } of list) {
      if (spread) giveUp();
      const at = key ? keyOf(this.evaluate(key)) : String(next++);
      if (key && /^\d{1,9}$/.test(at)) next = Math.max(next, Number(at) + 1);
      const element = this.evaluate(value);
      flags |= element.flags & ~Flag.Computed;
      items.set(at, element);
    }
    return { flags, items };
  }

  /** A variable is looked into, not read: an array that is only indexed stays its own. */
  private base(node: Expression): Value {
    return node.kind === 'variable' ? this.memory.peek(this.nameOf(node.name)) : this.evaluate(node);
  }

  private element(node: Index): Value {
    const base = this.base(node.base);
    const key = node.index ? this.evaluate(node.index) : giveUp();
    return known(elementOf(base, key) ?? giveUp());
  }

  private isSet(node: Expression): boolean {
    if (node.kind === 'variable') return this.memory.peek(this.nameOf(node.name)).constant !== null;
    if (node.kind !== 'index' || !node.index || !this.isSet(node.base)) return false;
    const element = elementOf(this.base(node.base), this.evaluate(node.index));
    return element !== undefined && known(element).constant !== null;
  }

  private call(node: Call): Value {
    const name = node.callee.kind === 'name' ? node.callee.name : (textOf(this.evaluate(node.callee)) ?? giveUp());
    const lower = name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
    if (TAKES_OFF.has(lower) || lower === 'array_push') return this.changeArray(lower, node.args);
    const args = node.args.map(({ value, spread }) => (spread ? giveUp() : this.evaluate(value)));
    const own = this.world.function(lower);
    const result = own ? this.callOwn(own, args) : pureResult(lower, args);
    this.spend((textOf(result)?.length ?? result.items?.size ?? 0) >> 6);
    return result;
  }

  private changeArray(name: string, [list, ...others]: readonly Argument[]): Value {
    if (list?.value.kind !== 'variable') giveUp();
    const variable = this.nameOf(list.value.name);
    if (name === 'array_push') {
      for (const { value } of others) this.memory.setElement(variable, [undefined], this.evaluate(value));
      return constant(true);
    }
    const before = this.memory.peek(variable);
    if (!before.items) giveUp();
    this.spend(before.items.size);
    const values = [...before.items.values()];
    const taken = (name === 'array_shift' ? values.shift() : values.pop()) ?? constant(null);
    this.memory.set(variable, { flags: before.flags, items: new Map(values.map((value, at) => [String(at), value])) });
    return known(taken);
  }

  private binary(node: Binary): Value {
    const { first, steps } = binaryChain(node);
    let value = this.evaluate(first);
    for (const step of steps) value = this.binaryStep(step, value);
    return value;
  }

  private binaryStep({ op, right }: Binary, left: Value): Value {
    switch (op) {
      case '&&':
      case 'and':
        return constant(truth(left) && this.isTrue(right));
      case '||':
      case 'or':
        return constant(truth(left) || this.isTrue(right));
      case '??':
        return left.constant === null ? this.evaluate(right) : left;
      default:
        return combined(op, left, this.evaluate(right));
    }
  }

  private unary(node: Unary): Value {
    switch (node.op) {
      case '@':
        return this.evaluate(node.operand);
      case '!':
        return constant(!this.isTrue(node.operand));
      case '++':
      case '--': {
        const before = this.evaluate(node.operand);
        const after = stepped(node.op, before);
        this.assignTo(node.operand, after);
        return node.start === node.operand.start ? before : after;
      }
      case '-':
        return constant(-(numberOf(this.evaluate(node.operand)) ?? giveUp()));
      case '~':
        return constant(~(numberOf(this.evaluate(node.operand)) ?? giveUp()));
      case '(int)':
        return constant(Math.trunc(numberOf(this.evaluate(node.operand)) ?? giveUp()));
      case '(string)': {
        const value = this.evaluate(node.operand);
        return constant(textOf(value) ?? giveUp(), value.flags);
      }
      default:
        return giveUp();
    }
  }

  private assign(node: Assign): Value {
    if (node.op === '=&') giveUp();
    if (node.op === '=') {
      const value = this.evaluate(node.value);
      this.assignTo(node.target, value);
      return value;
    }
    const before = this.evaluate(node.target);
    const right = this.evaluate(node.value);
    const value = combined(node.op.slice(0, -1), before, right);
    this.assignTo(node.target, value);
    return value;
  }

  protected assignTo(target: Expression, value: Value): void {
    if (target.kind === 'variable') return this.memory.set(this.nameOf(target.name), value);
    if (target.kind === 'array') {
      target.items.forEach((item, position) => {
        const key = item.key ? this.evaluate(item.key) : constant(position);
        if (item.value.kind !== 'missing') this.assignTo(item.value, known(elementOf(value, key) ?? giveUp()));
      });
      return undefined;
    }
    return this.assignElement(target, [], value);
  }

  private assignElement(target: Expression, keys: readonly (string | undefined)[], value: Value): void {
    if (target.kind === 'variable') return this.memory.setElement(this.nameOf(target.name), keys, value);
    if (target.kind !== 'index') return giveUp();
    const key = target.index ? keyOf(this.evaluate(target.index)) : undefined;
    return this.assignElement(target.base, [key, ...keys], value);
  }

  private ternary(node: Ternary): Value {
    const test = this.evaluate(node.test);
    if (truth(test)) return node.whenTrue ? this.evaluate(node.whenTrue) : test;
    return this.evaluate(node.whenFalse);
  }
}

function known(value: Value): Value {
  return value.constant === undefined && !value.items ? giveUp() : value;
}

function truth(value: Value): boolean {
  return value.items ? value.items.size > 0 : (truthOf(value) ?? giveUp());
}

/** `++` goes through the alphabet where it meets letters. */
function stepped(op: string, value: Value): Value {
  const before = value.constant;
  if (typeof before === 'string' && !/^\d+$/.test(before)) {
    return op === '++' ? constant(increment(before), Flag.Computed) : giveUp();
  }
  return constant((numberOf(value) ?? giveUp()) + (op === '++' ? 1 : -1));
}

function combined(op: string, left: Value, right: Value): Value {
  return known(op === '.' ? concatenate(left, right) : operate(op, left, right));
}

function elementOf(base: Value, key: Value): Value | undefined {
  if (base.items) return base.items.get(keyOf(key));
  const at = numberOf(key);
  if (typeof base.constant !== 'string' || at === undefined) return undefined;
  const character = substring(base.constant, at, 1);
  return character === '' ? undefined : constant(character, base.flags | Flag.Computed);
}
