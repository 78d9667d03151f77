import type { Argument, ClassNode, Expression, FunctionNode, Parameter } from './ast';
import { ExpressionParser } from './expressionParser';
import { TokenKind } from './tokens';

const MODIFIERS = new Set(['public', 'protected', 'private', 'static', 'abstract', 'final', 'readonly', 'var']);
const CLASS_WORDS = new Set(['class', 'interface', 'trait', 'enum']);

/** Declarations: parameters, constants, classes, interfaces, traits and enums with their members. */
export abstract class DeclarationParser extends ExpressionParser {
  protected readonly classes: ClassNode[] = [];

  protected abstract passOver(word: string, start: number): unknown;

  /** `NAME = value, …;` behind `const`. */
  protected constants(): { name: string; value: Expression }[] {
    const constants: { name: string; value: Expression }[] = [];
    while (!this.done && !this.atStatementEnd) {
      while (this.kind === TokenKind.Name && this.operatorAt(1) !== '=') this.next();
      const name = this.takeName();
      if (!this.take('=')) break;
      constants.push({ name, value: this.expression() });
      if (!this.take(',')) break;
    }
    this.take(';');
    return constants;
  }

  /** The class that begins here, or `'none'`. */
  protected classStatement(start: number): ClassNode | 'none' {
    let offset = 0;
    while (MODIFIERS.has(this.wordAt(offset))) offset++;
    const next = this.tokens.kinds[this.at + offset + 1];
    if (!CLASS_WORDS.has(this.wordAt(offset)) || next !== TokenKind.Name) return 'none';
    this.at += offset + 1;
    return this.classRest(start, this.takeName().toLowerCase());
  }

  protected override anonymousClass(start: number): readonly Argument[] {
    const args = this.operator === '(' ? this.arguments() : [];
    this.classRest(start, '');
    return args;
  }

  private classRest(start: number, name: string): ClassNode {
    let parent: string | undefined;
    while (!this.done && this.operator !== '{' && this.operator !== ';') {
      if (this.takeWord('extends')) parent = this.takeName().toLowerCase();
      else this.next();
    }
    const members: ClassMembers = { methods: [], properties: [], constants: [], traits: [] };
    if (this.take('{')) {
      while (!this.done && this.operator !== '}') {
        const from = this.at;
        this.classMember(name, members);
        if (this.at === from) this.next();
      }
      this.take('}');
    }
    const node: ClassNode = { kind: 'class', name, parent, ...members, start, end: this.previousEnd };
    this.classes.push(node);
    return node;
  }

  private classMember(owner: string, members: ClassMembers): void {
    const start = this.start;
    if (this.operator === '#[') return this.skipBrackets();
    while (MODIFIERS.has(this.word)) this.next();
    if (this.word === 'function') {
      this.next();
      this.take('&');
      members.methods.push(this.functionRest(start, this.takeName().toLowerCase(), owner));
      this.take(';');
      return undefined;
    }
    if (this.takeWord('const')) {
      members.constants.push(...this.constants());
      return undefined;
    }
    if (this.word === 'use') members.traits.push(...this.usedTraits());
    if (this.word === 'case') return void this.passOver('use', start);
    while (!this.done && !this.atStatementEnd && this.kind !== TokenKind.Variable) this.next();
    return this.properties(members);
  }

  /** `use A, B { … }` within a class. */
  private usedTraits(): string[] {
    const traits: string[] = [];
    this.next();
    do traits.push(this.takeName().replace(/^.*\\/s, '').toLowerCase());
    while (this.take(','));
    if (this.operator === '{') this.skipBrackets();
    this.take(';');
    return traits;
  }

  private properties(members: ClassMembers): void {
    while (this.kind === TokenKind.Variable) {
      const name = this.text.slice(1);
      this.next();
      members.properties.push({ name, initial: this.take('=') ? this.expression() : undefined });
      if (this.operator === '{') this.skipBrackets();
      if (!this.take(',')) break;
    }
    this.take(';');
  }

  /** `(…)` of a function declaration; promoted properties are parameters too. */
  protected parameters(): Parameter[] {
    const parameters: Parameter[] = [];
    if (!this.take('(')) return parameters;
    while (!this.done && this.operator !== ')') {
      let byReference = false;
      let variadic = false;
      let promoted = false;
      while (!this.done && this.kind !== TokenKind.Variable && this.operator !== ')') {
        if (this.operator === '#[' || this.operator === '(') {
          this.skipBrackets();
          continue;
        }
        if (this.operator === '{' || this.operator === ';') return parameters;
        byReference ||= this.operator === '&';
        variadic ||= this.operator === '...';
        promoted ||= MODIFIERS.has(this.word);
        this.next();
      }
      if (this.kind !== TokenKind.Variable) break;
      const name = this.text.slice(1);
      this.next();
      const initial = this.take('=') ? this.expression() : undefined;
      parameters.push({ name, byReference, variadic, promoted, initial });
      if (this.operator === '{') this.skipBrackets();
      if (!this.take(',') && this.operator !== ')') {
        while (!this.atStatementEnd) this.next();
        break;
      }
    }
    this.take(')');
    return parameters;
  }
}

interface ClassMembers {
  readonly traits: string[];
  readonly methods: FunctionNode[];
  readonly properties: { name: string; initial: Expression | undefined }[];
  readonly constants: { name: string; value: Expression }[];
}
