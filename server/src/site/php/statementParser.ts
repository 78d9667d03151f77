import type { Expression, FunctionNode, Program, Statement } from './ast';
import { DeclarationParser } from './declarationParser';
import { MAX_DEPTH } from './cursor';
import { numberValue } from './stringValue';
import { TokenKind } from './tokens';

/** Statements and declarations; every loop goes on by at least one token, so that any text is read to its end. */
export class StatementParser extends DeclarationParser {
  private readonly functions: FunctionNode[] = [];

  program(): Program {
    const body = this.statements(() => false);
    return { body, functions: this.functions, classes: this.classes, tooDeep: this.tooDeep };
  }

  /** Statements up to the end or to where `stop` says so. A stray closing brace is passed over. */
  private statements(stop: () => boolean): Statement[] {
    const body: Statement[] = [];
    while (!this.done && !stop()) {
      const from = this.at;
      const statement = this.statement();
      if (statement) body.push(statement);
      if (this.at === from) this.next();
    }
    return body;
  }

  /** `{ … }`, one statement, or the alternative syntax `: … endif;`. */
  private body(...ends: string[]): readonly Statement[] {
    if (this.take('{')) {
      const body = this.statements(() => this.operator === '}');
      this.take('}');
      return body;
    }
    if (ends.length > 0 && this.take(':')) return this.statements(() => ends.includes(this.word));
    const statement = this.statement();
    return statement ? [statement] : [];
  }

  private statement(): Statement | undefined {
    if (this.depth >= MAX_DEPTH) {
      this.skipDeep();
      this.take(';');
      return undefined;
    }
    this.depth++;
    const statement = this.anyStatement();
    this.depth--;
    return statement;
  }

  private anyStatement(): Statement | undefined {
    const start = this.start;
    switch (this.kind) {
      case TokenKind.Html:
        this.next();
        return { kind: 'html', start, end: this.previousEnd };
      case TokenKind.OpenEcho:
        this.next();
        return this.echo(start);
      case TokenKind.CloseTag:
        this.next();
        return undefined;
      case TokenKind.Name: {
        const special = this.keyword(this.word, start);
        return special === 'none' ? this.expressionStatement(start) : special;
      }
      default:
    }
    switch (this.operator) {
      case ';':
        this.next();
        return undefined;
      case '{': {
        const body = this.body();
        return { kind: 'block', body, start, end: this.previousEnd };
      }
      case '#[':
        this.skipBrackets();
        return undefined;
      default:
        return this.expressionStatement(start);
    }
  }

  private expressionStatement(start: number): Statement | undefined {
    if (this.kind === TokenKind.Name && this.operatorAt(1) === ':' && this.operatorAt(2) !== ':') {
      const name = this.takeName();
      this.next();
      return { kind: 'label', name, start, end: this.previousEnd };
    }
    const from = this.at;
    const expression = this.expression();
    if (this.at === from) return undefined;
    this.take(';');
    return { kind: 'expression', expression, start, end: expression.end };
  }

  /** The statement that a keyword begins, or `'none'` when the word begins an expression. */
  private keyword(word: string, start: number): Statement | undefined | 'none' {
    switch (word) {
      case 'if':
        return this.ifStatement(start);
      case 'for':
      case 'while':
      case 'do':
        this.next();
        return this.loop(word, start);
      case 'foreach':
        this.next();
        return this.foreach(start);
      case 'switch':
        this.next();
        return this.switch(start);
      case 'try':
        return this.tryStatement(start);
      case 'echo':
        this.next();
        return this.echo(start);
      case 'return':
        this.next();
        return this.returnStatement(start);
      case 'break':
      case 'continue':
        return this.jump(word, start);
      case 'namespace':
      case 'use':
      case 'declare':
        return this.passOver(word, start);
      case 'goto': {
        this.next();
        const name = this.takeName();
        return { kind: 'goto', name, start, end: this.previousEnd };
      }
      case 'global':
        this.next();
        return this.globalStatement(start);
      case 'unset':
        this.next();
        return this.unsetStatement(start);
      case 'const':
        this.next();
        return { kind: 'constants', constants: this.constants(), start, end: this.previousEnd };
      case 'static':
        return this.tokens.kinds[this.at + 1] === TokenKind.Variable ? this.staticStatement(start) : 'none';
      case 'function':
        return this.functionStatement(start);
      default:
        return this.classStatement(start);
    }
  }

  private echo(start: number): Statement {
    const values: Expression[] = [];
    do values.push(this.expression());
    while (this.take(','));
    this.take(';');
    return { kind: 'echo', values, start, end: this.previousEnd };
  }

  private returnStatement(start: number): Statement {
    const value = this.atStatementEnd ? undefined : this.expression();
    this.take(';');
    return { kind: 'return', value, start, end: this.previousEnd };
  }

  private jump(word: 'break' | 'continue', start: number): Statement {
    this.next();
    const levels = this.kind === TokenKind.Number ? Math.max(1, numberValue(this.text)) : 1;
    while (!this.atStatementEnd) this.next();
    this.take(';');
    return { kind: 'jump', word, levels, start, end: this.previousEnd };
  }

  /** Statements without a meaning for the analysis; a block behind them is read as usual. */
  protected override passOver(word: string, start: number): Statement | undefined {
    if (word === 'namespace' && this.operatorAt(1) === '\\') return this.expressionStatement(start);
    while (!this.done && this.operator !== ';' && this.operator !== '{' && this.kind !== TokenKind.CloseTag) {
      if (this.operator === '(') this.skipBrackets();
      else if (this.operator === '}') return undefined;
      else this.next();
    }
    if (this.operator === '{' && word === 'use') this.skipBrackets();
    this.take(';');
    return undefined;
  }

  private globalStatement(start: number): Statement {
    const names: string[] = [];
    while (this.kind === TokenKind.Variable) {
      names.push(this.text.slice(1));
      this.next();
      this.take(',');
    }
    this.take(';');
    return { kind: 'global', names, start, end: this.previousEnd };
  }

  private staticStatement(start: number): Statement {
    this.next();
    const variables: { name: string; initial: Expression | undefined }[] = [];
    while (this.kind === TokenKind.Variable) {
      const name = this.text.slice(1);
      this.next();
      variables.push({ name, initial: this.take('=') ? this.expression() : undefined });
      if (!this.take(',')) break;
    }
    this.take(';');
    return { kind: 'static', variables, start, end: this.previousEnd };
  }

  private unsetStatement(start: number): Statement {
    const targets = this.operator === '(' ? this.arguments().map((argument) => argument.value) : [];
    this.take(';');
    return { kind: 'unset', targets, start, end: this.previousEnd };
  }

  private condition(): Expression {
    const start = this.start;
    if (!this.take('(')) return { kind: 'missing', start, end: start };
    const test = this.expression();
    this.closeParenthesis();
    return test;
  }

  private closeParenthesis(): void {
    while (!this.atStatementEnd && this.operator !== '{') this.next();
    this.take(')');
  }

  private ifStatement(start: number): Statement {
    const branches: { test: Expression; body: readonly Statement[] }[] = [];
    let otherwise: readonly Statement[] | undefined;
    this.next();
    for (;;) {
      const test = this.condition();
      const alternative = this.operator === ':';
      branches.push({ test, body: this.body('elseif', 'else', 'endif') });
      if (this.word === 'elseif') {
        this.next();
      } else if (this.word === 'else' && this.wordAt(1) === 'if') {
        this.at += 2;
      } else if (this.takeWord('else')) {
        otherwise = this.body('endif');
        if (alternative) this.endOf('endif');
        break;
      } else {
        if (alternative) this.endOf('endif');
        break;
      }
    }
    return { kind: 'if', branches, otherwise, start, end: this.previousEnd };
  }

  private endOf(word: string): void {
    if (this.takeWord(word)) this.take(';');
  }

  private loop(word: 'for' | 'while' | 'do', start: number): Statement {
    if (word === 'do') {
      const body = this.body();
      const tests = this.takeWord('while') ? [this.condition()] : [];
      this.take(';');
      return { kind: 'loop', initial: [], tests, updates: [], body, bodyFirst: true, start, end: this.previousEnd };
    }
    const header = word === 'for' ? this.forHeader() : [[], [this.condition()], []];
    const end = word === 'for' ? 'endfor' : 'endwhile';
    const body = this.body(end);
    this.endOf(end);
    const [initial, tests, updates] = header as [Expression[], Expression[], Expression[]];
    return { kind: 'loop', initial, tests, updates, body, bodyFirst: false, start, end: this.previousEnd };
  }

  private forHeader(): Expression[][] {
    const parts: Expression[][] = [[], [], []];
    if (!this.take('(')) return parts;
    for (const part of parts) {
      while (!this.atStatementEnd) {
        const from = this.at;
        part.push(this.expression());
        this.take(',');
        if (this.at === from) this.next();
      }
      if (!this.take(';')) break;
    }
    this.closeParenthesis();
    return parts;
  }

  private foreach(start: number): Statement {
    this.take('(');
    const subject = this.expression();
    this.takeWord('as');
    let value = this.foreachTarget();
    let key: Expression | undefined;
    if (this.take('=>')) {
      key = value;
      value = this.foreachTarget();
    }
    this.closeParenthesis();
    const body = this.body('endforeach');
    this.endOf('endforeach');
    return { kind: 'foreach', subject, key, value, body, start, end: this.previousEnd };
  }

  private foreachTarget(): Expression {
    this.take('&');
    return this.expression();
  }

  private switch(start: number): Statement {
    const subject = this.condition();
    const cases: { test: Expression | undefined; body: readonly Statement[] }[] = [];
    const alternative = this.operator === ':';
    if (!this.take('{') && !this.take(':')) return { kind: 'switch', subject, cases, start, end: this.previousEnd };
    const ends = (): boolean => this.operator === '}' || this.word === 'endswitch';
    while (!this.done && !ends()) {
      const isCase = this.takeWord('case');
      if (!isCase && !this.takeWord('default')) {
        this.next();
        continue;
      }
      const test = isCase ? this.expression() : undefined;
      if (!this.take(':')) this.take(';');
      cases.push({ test, body: this.statements(() => ends() || this.word === 'case' || this.word === 'default') });
    }
    if (alternative) this.endOf('endswitch');
    else this.take('}');
    return { kind: 'switch', subject, cases, start, end: this.previousEnd };
  }

  private tryStatement(start: number): Statement {
    this.next();
    const bodies = [this.body()];
    while (this.word === 'catch' || this.word === 'finally') {
      this.next();
      if (this.operator === '(') this.skipBrackets();
      bodies.push(this.body());
    }
    return { kind: 'try', bodies, start, end: this.previousEnd };
  }

  private functionStatement(start: number): Statement | undefined | 'none' {
    const named = this.tokens.kinds[this.at + 1] === TokenKind.Name || this.operatorAt(1) === '&';
    if (!named || (this.operatorAt(1) === '&' && this.tokens.kinds[this.at + 2] !== TokenKind.Name)) return 'none';
    this.next();
    this.take('&');
    const node = this.functionRest(start, this.takeName().toLowerCase(), undefined);
    this.functions.push(node);
    return { kind: 'function', function: node, start, end: node.end };
  }

  protected override functionRest(start: number, name: string, owner: string | undefined): FunctionNode {
    this.take('&');
    const parameters = this.parameters();
    const uses: string[] = [];
    if (this.takeWord('use')) uses.push(...this.parameters().map((parameter) => parameter.name));
    while (!this.atStatementEnd && this.operator !== '{' && this.operator !== '=>') this.next();
    if (this.take('=>')) {
      const value = this.expression();
      const body: Statement[] = [{ kind: 'return', value, start: value.start, end: value.end }];
      return { name, owner, parameters, uses: ['*'], body, start, end: value.end };
    }
    const body = this.operator === '{' ? this.body() : [];
    return { name, owner, parameters, uses, body, start, end: this.previousEnd };
  }
}
