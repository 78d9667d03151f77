import type { Argument, ArrayItem, Expression, FunctionNode, Name } from './ast';
import { MAX_DEPTH } from './cursor';
import { ASSIGNMENTS, BINARY_POWER, CASTS, PREFIX_POWER, WORD_OPERATORS } from './operators';
import { QuotedParser } from './quotedParser';
import { numberValue } from './stringValue';
import { TokenKind } from './tokens';

const UNARY_WORDS: Record<string, string> = {
  print: 'print',
  clone: 'clone',
  throw: 'throw',
  yield: 'yield',
};

const INCLUDES = new Set(['include', 'include_once', 'require', 'require_once']);

/**
 * Expressions by operator precedence (PHP manual, "Operator Precedence"). Tolerant: what cannot be read becomes a `missing`
 * node, and nothing throws. Statements within expressions (closures, anonymous classes) come from the class built on this one.
 */
export abstract class ExpressionParser extends QuotedParser {
  /** Parses `function (…) use (…) { … }` from behind its name on. */
  protected abstract functionRest(start: number, name: string, owner: string | undefined): FunctionNode;
  /** Parses an anonymous class from behind `class` on and gives its constructor's arguments. */
  protected abstract anonymousClass(start: number): readonly Argument[];

  protected override expression(minimum = 0): Expression {
    if (this.depth >= MAX_DEPTH) {
      const start = this.start;
      this.skipDeep();
      return { kind: 'missing', start, end: this.previousEnd };
    }
    this.depth++;
    const result = this.infix(this.prefix(), minimum);
    this.depth--;
    return result;
  }

  private infix(first: Expression, minimum: number): Expression {
    let left = first;
    for (;;) {
      const op = this.operator || WORD_OPERATORS[this.kind === TokenKind.Name ? this.word : ''] || '';
      if (op === '') return left;
      if (ASSIGNMENTS.has(op)) {
        left = this.assignment(left, op);
      } else if (op === '?') {
        if (minimum > BINARY_POWER['?']!) return left;
        left = this.ternary(left);
      } else {
        const power = BINARY_POWER[op];
        if (power === undefined || power < minimum) return left;
        this.next();
        const right =
          op === 'instanceof' ? this.classReference() : this.expression(op === '**' || op === '??' ? power : power + 1);
        left = { kind: 'binary', op, left, right, start: left.start, end: right.end };
      }
    }
  }

  private assignment(target: Expression, operator: string): Expression {
    this.next();
    const byReference = operator === '=' && this.take('&');
    const value = this.expression(BINARY_POWER['=']);
    return { kind: 'assign', op: byReference ? '=&' : operator, target, value, start: target.start, end: value.end };
  }

  private ternary(test: Expression): Expression {
    this.next();
    const whenTrue = this.operator === ':' ? undefined : this.expression();
    this.take(':');
    const whenFalse = this.expression(BINARY_POWER['?']! + 1);
    return { kind: 'ternary', test, whenTrue, whenFalse, start: test.start, end: whenFalse.end };
  }

  private prefix(): Expression {
    const start = this.start;
    const operator = this.operator;
    if (operator === '(') return this.parenthesis(start);
    const power = PREFIX_POWER[operator];
    if (power !== undefined) {
      this.next();
      return this.unary(operator, start, power);
    }
    return this.postfix(this.primary(start));
  }

  private unary(op: string, start: number, power: number): Expression {
    const operand = this.expression(power);
    return { kind: 'unary', op, operand, start, end: operand.end };
  }

  private parenthesis(start: number): Expression {
    if (this.operatorAt(2) === ')' && CASTS.has(this.wordAt(1))) {
      const cast = `(${this.wordAt(1)})`;
      this.at += 3;
      return this.unary(cast, start, PREFIX_POWER['!']!);
    }
    this.next();
    const inner = this.expression();
    while (!this.atStatementEnd) this.next();
    this.take(')');
    return this.postfix(inner);
  }

  /** What stands without operators: a variable, a text, a name, a construct. */
  private primary(start: number): Expression {
    switch (this.kind) {
      case TokenKind.Variable: {
        const name = this.code.slice(start + 1, this.tokens.ends[this.at]);
        this.next();
        return { kind: 'variable', name, start, end: this.previousEnd };
      }
      case TokenKind.Number: {
        const value = numberValue(this.text);
        this.next();
        return { kind: 'literal', value, start, end: this.previousEnd };
      }
      case TokenKind.SingleQuoted:
      case TokenKind.DoubleQuoted:
      case TokenKind.Template:
      case TokenKind.Heredoc:
      case TokenKind.Nowdoc:
      case TokenKind.Backtick:
        return this.quoted(start);
      case TokenKind.Name:
        return this.named(start);
      case TokenKind.Operator:
        return this.punctuated(start);
      default:
        return { kind: 'missing', start, end: start };
    }
  }

  private punctuated(start: number): Expression {
    switch (this.operator) {
      case '[':
        this.next();
        return this.arrayRest(start, ']');
      case '$':
        this.next();
        return this.variableVariable(start);
      case '#[':
        this.skipBrackets();
        return this.prefix();
      default:
        return { kind: 'missing', start, end: start };
    }
  }

  private variableVariable(start: number): Expression {
    if (this.take('{')) {
      const name = this.expression();
      this.take('}');
      return { kind: 'variable', name, start, end: this.previousEnd };
    }
    if (this.depth >= MAX_DEPTH) {
      this.skipDeep();
      return { kind: 'missing', start, end: this.previousEnd };
    }
    this.depth++;
    const name = this.primary(this.start);
    this.depth--;
    return { kind: 'variable', name, start, end: this.previousEnd };
  }

  protected arrayRest(start: number, close: string): Expression {
    const items: ArrayItem[] = [];
    while (!this.done && this.operator !== close) {
      const from = this.at;
      if (this.operator !== ',') items.push(this.arrayItem());
      if (!this.take(',') && this.operator !== close && (this.at === from || this.atStatementEnd)) break;
    }
    this.take(close);
    return { kind: 'array', items, start, end: this.previousEnd };
  }

  private arrayItem(): ArrayItem {
    const spread = this.take('...');
    const first = this.expression();
    if (!this.take('=>')) return { key: undefined, value: first, spread };
    return { key: first, value: this.expression(), spread };
  }

  protected arguments(): Argument[] {
    const args: Argument[] = [];
    this.next();
    while (!this.done && this.operator !== ')') {
      const from = this.at;
      const name = this.kind === TokenKind.Name && this.operatorAt(1) === ':' ? this.takeName() : undefined;
      if (name !== undefined) this.next();
      const spread = this.take('...');
      if (this.operator !== ')') args.push({ value: this.expression(), spread, name });
      else if (spread) args.push({ value: { kind: 'missing', start: this.start, end: this.start }, spread, name });
      if (!this.take(',') && this.operator !== ')' && (this.at === from || this.atStatementEnd)) break;
    }
    this.take(')');
    return args;
  }

  private named(start: number): Expression {
    const word = this.word;
    if (INCLUDES.has(word)) {
      this.next();
      const path = this.expression(PREFIX_POWER['print']);
      return { kind: 'include', path, start, end: path.end };
    }
    const unary = UNARY_WORDS[word];
    if (unary !== undefined) {
      this.next();
      if (word === 'yield') this.takeWord('from');
      if (this.atStatementEnd || this.operator === ',') return { kind: 'missing', start, end: this.previousEnd };
      return this.unary(unary, start, PREFIX_POWER['print']!);
    }
    switch (word) {
      case 'new':
        this.next();
        return this.instance(start);
      case 'function':
      case 'fn':
        if (this.operatorAt(1) !== '(' && this.operatorAt(1) !== '&') break;
        this.next();
        return this.closure(start);
      case 'static':
        if (this.wordAt(1) !== 'function' && this.wordAt(1) !== 'fn') break;
        this.at += 2;
        return this.closure(start);
      case 'array':
      case 'list':
        if (this.operatorAt(1) !== '(') break;
        this.at += 2;
        return this.arrayRest(start, ')');
      case 'match':
        if (this.operatorAt(1) !== '(') break;
        this.next();
        return this.match(start);
      case 'eval':
      case 'isset':
      case 'empty':
      case 'exit':
      case 'die':
        return this.construct(word === 'die' ? 'exit' : word, start);
      default:
    }
    const name = this.takeName();
    return { kind: 'name', name, start, end: this.previousEnd };
  }

  private construct(kind: 'eval' | 'exit' | 'isset' | 'empty', start: number): Expression {
    this.next();
    const operands = this.operator === '(' ? this.arguments().map((argument) => argument.value) : [];
    return { kind, operands, start, end: this.previousEnd };
  }

  private closure(start: number): Expression {
    const node = this.functionRest(start, '', undefined);
    return { kind: 'closure', function: node, start, end: node.end };
  }

  private instance(start: number): Expression {
    while (this.operator === '#[') this.skipBrackets();
    while (this.word === 'readonly') this.next();
    if (this.takeWord('class')) {
      const args = this.anonymousClass(start);
      const owner: Name = { kind: 'name', name: 'class', start, end: start };
      return { kind: 'new', owner, args, start, end: this.previousEnd };
    }
    const owner = this.classReference();
    const args = this.operator === '(' ? this.arguments() : [];
    return { kind: 'new', owner, args, start, end: this.previousEnd };
  }

  /** A class name, or an expression without calls that gives one. */
  private classReference(): Expression {
    const start = this.start;
    if (this.kind === TokenKind.Name) return { kind: 'name', name: this.takeName(), start, end: this.previousEnd };
    if (this.take('(')) {
      const inner = this.expression();
      this.take(')');
      return inner;
    }
    return this.postfix(this.primary(start), false);
  }

  private match(start: number): Expression {
    this.next();
    const subject = this.expression();
    this.take(')');
    const arms: { tests: Expression[]; value: Expression }[] = [];
    if (!this.take('{')) return { kind: 'match', subject, arms, start, end: this.previousEnd };
    while (!this.done && this.operator !== '}') {
      const from = this.at;
      const tests: Expression[] = [];
      while (!this.done && this.operator !== '=>' && this.operator !== '}') {
        const before = this.at;
        if (!this.takeWord('default')) tests.push(this.expression());
        if (!this.take(',') && this.at === before) break;
      }
      if (this.take('=>')) arms.push({ tests, value: this.expression() });
      this.take(',');
      if (this.at === from) this.next();
    }
    this.take('}');
    return { kind: 'match', subject, arms, start, end: this.previousEnd };
  }

  /** Calls, indexes and members behind an expression. A chain that is too long goes on from an unknown base. */
  private postfix(first: Expression, calls = true): Expression {
    let base = first;
    for (let links = 0; ; links++) {
      if (links >= MAX_DEPTH) {
        this.tooDeep = true;
        links = 0;
        base = { kind: 'missing', start: base.start, end: base.end };
      }
      const { start } = base;
      const operator = this.operator;
      if (operator === '(' && calls) {
        if (base.kind === 'missing' && base.end === base.start) return base;
        const args = this.arguments();
        base = { kind: 'call', callee: base, args, start, end: this.previousEnd };
      } else if (operator === '[' || (operator === '{' && this.isStringOffset(base))) {
        base = this.indexRest(base, operator === '[' ? ']' : '}');
      } else if (operator === '->' || operator === '?->') {
        base = this.member(base, calls);
      } else if (operator === '::') {
        base = this.staticMember(base, calls);
      } else if (operator === '++' || operator === '--') {
        this.next();
        base = { kind: 'unary', op: operator, operand: base, start, end: this.previousEnd };
      } else {
        return base;
      }
    }
  }

  /** `$text{0}`, which PHP read as an index before version 8. */
  private isStringOffset(base: Expression): boolean {
    if (base.kind !== 'variable' && base.kind !== 'index') return false;
    if (this.start !== this.previousEnd) return false;
    const closes = this.operatorAt(2) === '}';
    const inner = this.tokens.kinds[this.at + 1];
    return closes && (inner === TokenKind.Number || inner === TokenKind.Variable);
  }

  private indexRest(base: Expression, close: string): Expression {
    this.next();
    const index = this.operator === close ? undefined : this.expression();
    while (!this.atStatementEnd) this.next();
    this.take(close);
    return { kind: 'index', base, index, start: base.start, end: this.previousEnd };
  }

  private memberName(): string | Expression {
    const start = this.start;
    if (this.kind === TokenKind.Name) return this.takeName();
    if (this.kind === TokenKind.Variable) return this.primary(start);
    if (this.take('{')) {
      const name = this.expression();
      this.take('}');
      return name;
    }
    return this.operator === '$' ? this.primary(start) : '';
  }

  private member(base: Expression, calls: boolean): Expression {
    const { start } = base;
    this.next();
    const name = this.memberName();
    if (calls && this.operator === '(') {
      const args = this.arguments();
      return { kind: 'methodCall', base, name, args, start, end: this.previousEnd };
    }
    return { kind: 'property', base, name, start, end: this.previousEnd };
  }

  private staticMember(owner: Expression, calls: boolean): Expression {
    const { start } = owner;
    this.next();
    const isProperty = this.kind === TokenKind.Variable || this.operator === '$';
    const name = this.memberName();
    if (calls && this.operator === '(') {
      const args = this.arguments();
      return { kind: 'staticCall', owner, name, args, start, end: this.previousEnd };
    }
    const end = this.previousEnd;
    if (!isProperty) return { kind: 'classConstant', owner, name: typeof name === 'string' ? name : '', start, end };
    const plain = typeof name !== 'string' && name.kind === 'variable' ? name.name : name;
    return { kind: 'staticProperty', owner, name: plain, start, end };
  }
}
