import type { Assign, Binary, Construct, Expression, Literal, Match, Name, Template, Ternary, Unary } from './ast';
import { bareName } from './bareName';
import { binaryChain } from './binaryChain';
import { CallEvaluator } from './callEvaluator';
import { listValue } from './fold/arrayFunctions';
import { fromBuffer, toBuffer } from './fold/bytes';
import { increment } from './fold/increment';
import { concatenate, operate } from './fold/operators';
import { constant, Flag, flagged, join, numberOf, textOf, truthOf, UNKNOWN, type Value } from './value';

/** The folder of the file as folding writes it: includes start with it and lose it again. */
export const FILE_FOLDER = '\0';
/** The file itself, likewise. */
export const OWN_FILE = `${FILE_FOLDER}/__FILE__`;

const COMPARISONS = new Set(['==', '!=', '===', '!==', '<>', '<', '<=', '>', '>=', '<=>']);

/** Operators that work on two texts bit by bit. */
const MIXES_TEXTS = new Set(['^', '&', '|']);

/** A text written with escapes for letters that need none, e.g. `"\x65val"`. */
const ESCAPED_WORD = /\\x[2-7][\da-f]|\\[0-1]?[0-7]{2}/i;

/** The value of every kind of expression. */
export abstract class ExpressionEvaluator extends CallEvaluator {
  /** Operators around the place that mix texts bit by bit. */
  private bareTexts = 0;
  /** The variable that is being set. */
  private target: string | undefined;

  override evaluate(node: Expression): Value {
    if (!this.state.budget.spend()) return UNKNOWN;
    switch (node.kind) {
      case 'literal':
        return this.literal(node);
      case 'template':
        return this.template(node);
      case 'variable':
        return this.variable(node);
      case 'array':
        return this.arrayLiteral(node.items);
      case 'index':
        return this.index(node);
      case 'property':
        return this.property(node);
      case 'staticProperty':
        return this.staticProperty(node);
      case 'classConstant':
        return this.classConstant(node.owner, node.name);
      case 'name':
        return this.constantName(node);
      case 'call':
        return this.call(node);
      case 'new':
        return this.instance(node);
      case 'methodCall':
        return this.methodCall(node);
      case 'staticCall':
        return this.staticCall(node);
      case 'binary':
        return this.binary(node);
      case 'unary':
        return this.unary(node);
      case 'assign':
        return this.assignment(node);
      case 'ternary':
        return this.ternary(node);
      case 'match':
        return this.match(node);
      case 'closure':
        this.state.captured.set(node.function, this.scope);
        return { flags: 0, closure: node.function };
      case 'include':
        this.observe('include', node, 'include', [this.evaluate(node.path)]);
        this.state.included = true;
        return UNKNOWN;
      case 'eval':
      case 'shell':
      case 'exit':
      case 'isset':
      case 'empty':
        return this.construct(node);
      case 'missing':
        return UNKNOWN;
    }
  }

  private literal(node: Literal): Value {
    if (typeof node.value !== 'string') return { flags: 0, constant: node.value };
    this.state.literals.set(node, node.value);
    const hidden = node.end - node.start > node.value.length + 2 && ESCAPED_WORD.test(this.source(node));
    return { flags: hidden ? Flag.Computed : 0, constant: node.value };
  }

  private template(node: Template): Value {
    let value: Value = constant('');
    for (const part of node.parts) value = concatenate(value, this.evaluate(part));
    this.remember(node, value);
    return value;
  }

  /** Keeps a text that folding put together, for references. */
  private remember(node: Expression, value: Value): void {
    const text = textOf(value) ?? value.suffix;
    if (text !== undefined && text.length < 4096) this.state.folded.set(node, text);
  }

  private arrayLiteral(list: readonly { key: Expression | undefined; value: Expression; spread: boolean }[]): Value {
    const items = new Map<string, Value>();
    let flags = 0;
    let next = 0;
    let known = true;
    for (const { key, value, spread } of list) {
      const keyValue = key ? this.evaluate(key) : constant(next++);
      const keyText = textOf(keyValue);
      flags |= keyValue.flags & (Flag.Request | Flag.Upload);
      const element = this.evaluate(value);
      flags |= element.flags & ~Flag.Computed;
      known &&= keyText !== undefined && !spread;
      if (keyText !== undefined) items.set(keyText, element);
      if (key && keyText !== undefined && /^\d{1,9}$/.test(keyText)) next = Math.max(next, Number(keyText) + 1);
    }
    return known ? { flags, items } : flagged(flags);
  }

  private constantName(node: Name): Value {
    switch (node.name.toLowerCase()) {
      case 'true':
        return constant(true);
      case 'false':
        return constant(false);
      case 'null':
        return constant(null);
      case '__dir__':
        return constant(FILE_FOLDER);
      case '__file__':
        return constant(OWN_FILE);
      case '__function__':
        return constant(this.scope.owner?.name ?? '');
      case '__class__':
        return constant(this.scope.owner?.owner ?? '');
      case 'directory_separator':
        return constant('/');
      case 'path_separator':
        return constant(':');
      case 'php_eol':
        return constant('\n');
      default:
        return this.state.constants.get(shortCase(node.name)) ?? bareName(node.name, this.bareTexts > 0);
    }
  }

  private classConstant(owner: Expression, name: string): Value {
    if (name.toLowerCase() === 'class') return owner.kind === 'name' ? constant(owner.name) : UNKNOWN;
    if (owner.kind !== 'name') this.evaluate(owner);
    return this.state.constants.get(`::${name}`) ?? UNKNOWN;
  }

  private binary(node: Binary): Value {
    const { first, steps } = binaryChain(node);
    const mixes = MIXES_TEXTS.has(node.op);
    if (mixes) this.bareTexts++;
    let value = this.evaluate(first);
    // `$new = $new . 'text'`: what nothing has set yet stands for no text at all.
    if (node.op === '.' && value.flags === Flag.Unset && this.isTarget(first)) value = constant('');
    for (const step of steps) value = this.binaryStep(step, value);
    if (mixes) this.bareTexts--;
    if (node.op === '.') this.remember(node, value);
    return value;
  }

  private isTarget(node: Expression): boolean {
    return node.kind === 'variable' && node.name === this.target;
  }

  private binaryStep(node: Binary, left: Value): Value {
    const { op } = node;
    if (op === '.') return concatenate(left, this.evaluate(node.right));
    if (op === 'instanceof') return UNKNOWN;
    if (op === '&&' || op === '||' || op === 'and' || op === 'or') return this.shortCircuit(op, node, left);
    const right = this.evaluate(node.right);
    if (op === '??') return left.constant === undefined && !left.items ? join(left, right) : left;
    if (COMPARISONS.has(op) && (left.flags | right.flags) !== 0) this.observe('compare', node, op, [left, right]);
    return operate(op, left, right);
  }

  private shortCircuit(op: string, node: Binary, left: Value): Value {
    let right: Value = UNKNOWN;
    this.scope.branch(() => {
      right = this.evaluate(node.right);
    });
    return operate(op, left, right);
  }

  private unary(node: Unary): Value {
    const complements = node.op === '~';
    if (complements) this.bareTexts++;
    const value = this.evaluate(node.operand);
    if (complements) this.bareTexts--;
    switch (node.op) {
      case '!': {
        const truth = truthOf(value);
        return truth === undefined ? flagged(0) : constant(!truth);
      }
      case '-':
      case '+': {
        const number = numberOf(value);
        return number === undefined ? UNKNOWN : constant(node.op === '-' ? -number : number);
      }
      case '~':
        return this.complement(value);
      case '++':
      case '--':
        return this.step(node, value);
      case '(int)':
      case '(integer)':
      case '(bool)':
      case '(boolean)':
      case '(float)':
      case '(double)':
      case '(unset)': {
        const number = numberOf(value);
        return number === undefined || node.op.startsWith('(b') ? UNKNOWN : constant(Math.trunc(number));
      }
      case 'yield': {
        const { returned } = this.scope;
        this.scope.returned = returned ? join(returned, listValue([value])) : listValue([value]);
        return UNKNOWN;
      }
      case 'print':
        this.state.printed.set(node.operand, value);
        return constant(1);
      default:
        return value;
    }
  }

  private complement(value: Value): Value {
    const text = value.constant;
    if (typeof text === 'number') return constant(~text);
    if (typeof text !== 'string') return flagged(value.flags | Flag.Built);
    const bytes = toBuffer(text).map((byte) => ~byte & 255);
    return constant(fromBuffer(bytes), Flag.Computed | Flag.Decoded);
  }

  /** `++` on letters goes through the alphabet, by which some code spells its names. */
  private step(node: Unary, value: Value): Value {
    const before = value.constant;
    const next =
      node.op === '++' && typeof before === 'string' && !/^\d/.test(before)
        ? constant(increment(before), Flag.Computed)
        : undefined;
    const number = numberOf(value);
    const delta = node.op === '++' ? 1 : -1;
    const after = next ?? (number === undefined ? flagged(value.flags) : constant(number + delta));
    this.assign(node.operand, after);
    return node.start === node.operand.start ? value : after;
  }

  private assignment(node: Assign): Value {
    const { op } = node;
    if (op === '=' || op === '=&') {
      const outer = this.target;
      this.target =
        node.target.kind === 'variable' && typeof node.target.name === 'string' ? node.target.name : undefined;
      const value = this.evaluate(node.value);
      this.target = outer;
      this.assign(node.target, value);
      this.noteFlow(node.target, value, node);
      return value;
    }
    const before = this.evaluate(node.target);
    const right = this.evaluate(node.value);
    const value =
      op === '.='
        ? concatenate(before, right)
        : op === '??='
          ? join(before, right)
          : operate(op.slice(0, -1), before, right);
    this.assign(node.target, value);
    this.noteFlow(node.target, right, node);
    return value;
  }

  private noteFlow(target: Expression, value: Value, from: Expression): void {
    if (target.kind !== 'variable' || typeof target.name !== 'string') return;
    const { owner } = this.scope;
    this.state.flows.add(target.name, owner, value, { from, site: owner });
  }

  private ternary(node: Ternary): Value {
    const test = this.evaluate(node.test);
    const truth = truthOf(test);
    let whenTrue: Value = test;
    let whenFalse: Value = UNKNOWN;
    this.scope.branch(() => {
      if (node.whenTrue) whenTrue = this.evaluate(node.whenTrue);
    });
    this.scope.branch(() => {
      whenFalse = this.evaluate(node.whenFalse);
    });
    if (truth !== undefined) return truth ? whenTrue : whenFalse;
    return join(whenTrue, whenFalse);
  }

  private match(node: Match): Value {
    this.evaluate(node.subject);
    let value: Value = UNKNOWN;
    for (const arm of node.arms) {
      for (const test of arm.tests) this.evaluate(test);
      this.scope.branch(() => {
        value = join(value, this.evaluate(arm.value));
      });
    }
    return value;
  }

  private construct(node: Construct): Value {
    const values = node.operands.map((operand) => this.evaluate(operand));
    switch (node.kind) {
      case 'eval':
        this.observe('code', node, 'eval', values);
        return flagged((values[0]?.flags ?? 0) & Flag.Request);
      case 'shell':
        this.observe('shell', node, 'shell_exec', values);
        return UNKNOWN;
      case 'exit':
        if (node.operands[0]) this.state.printed.set(node.operands[0], values[0]!);
        this.observe('exit', node, 'exit', values);
        return UNKNOWN;
      default:
        return UNKNOWN;
    }
  }
}

/** Constants are looked up by the last part of their name. */
function shortCase(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}
