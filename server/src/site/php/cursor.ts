import { OPERATORS, TokenKind, type TokenList } from './tokens';

/** Nesting of expressions and statements that is followed; deeper code is passed over (law 8: said in `PhpFacts.limit`). */
export const MAX_DEPTH = 200;

/** Names are cut here, in characters: a longer one is no name but noise, and would be compared again and again. */
const MAX_NAME = 256;

/** A place in the token list, with the questions that a parser asks there. Names and operators are made on demand. */
export class Cursor {
  protected at = 0;
  protected depth = 0;
  protected tooDeep = false;

  constructor(
    protected readonly code: string,
    protected tokens: TokenList,
  ) {}

  protected get kind(): number {
    return this.tokens.kinds[this.at]!;
  }

  protected get start(): number {
    return this.at < this.tokens.count ? this.tokens.starts[this.at]! : this.code.length;
  }

  /** End of the token before this place. */
  protected get previousEnd(): number {
    return this.at === 0 ? 0 : this.tokens.ends[this.at - 1]!;
  }

  protected get done(): boolean {
    return this.at >= this.tokens.count;
  }

  /** The operator here, or an empty text. */
  protected get operator(): string {
    return this.kind === TokenKind.Operator ? OPERATORS[this.tokens.details[this.at]!]! : '';
  }

  /** The operator some tokens further, or an empty text. */
  protected operatorAt(offset: number): string {
    const at = this.at + offset;
    return this.tokens.kinds[at] === TokenKind.Operator ? OPERATORS[this.tokens.details[at]!]! : '';
  }

  /** The text of the token here. */
  protected get text(): string {
    return this.code.slice(this.tokens.starts[this.at], this.tokens.ends[this.at]);
  }

  /** The name or keyword here in lower case, or an empty text. */
  protected get word(): string {
    return this.wordAt(0);
  }

  protected wordAt(offset: number): string {
    const at = this.at + offset;
    if (this.tokens.kinds[at] !== TokenKind.Name) return '';
    const start = this.tokens.starts[at]!;
    return this.code.slice(start, Math.min(this.tokens.ends[at]!, start + MAX_NAME)).toLowerCase();
  }

  /** Goes one token on; never past the end. */
  protected next(): void {
    if (this.at < this.tokens.count) this.at++;
  }

  /** Goes past the operator if it is here. */
  protected take(operator: string): boolean {
    if (this.operator !== operator) return false;
    this.at++;
    return true;
  }

  protected takeWord(word: string): boolean {
    if (this.word !== word) return false;
    this.at++;
    return true;
  }

  /** Takes the bare name here, without a leading backslash. */
  protected takeName(): string {
    if (this.kind !== TokenKind.Name) return '';
    const name = this.text.slice(0, MAX_NAME);
    this.at++;
    return name.startsWith('\\') ? name.slice(1) : name;
  }

  /** Whether a statement must end here: `;`, a closing tag, a closing bracket, the end. */
  protected get atStatementEnd(): boolean {
    if (this.done || this.kind === TokenKind.CloseTag) return true;
    const operator = this.operator;
    return operator === ';' || operator === ')' || operator === ']' || operator === '}';
  }

  /** From an opening bracket to behind the one that closes it; texts are tokens already, so brackets in them do not count. */
  protected skipBrackets(): void {
    let open = 0;
    do {
      const operator = this.operator;
      if (operator === '(' || operator === '[' || operator === '{' || operator === '#[') open++;
      else if (operator === ')' || operator === ']' || operator === '}') open--;
      this.next();
    } while (open > 0 && !this.done);
  }

  /** Passes over code that is nested too deep: up to the closing bracket or `;` of this level. */
  protected skipDeep(): void {
    this.tooDeep = true;
    while (!this.atStatementEnd && this.operator !== ',') {
      const operator = this.operator;
      if (operator === '(' || operator === '[' || operator === '{' || operator === '#[') this.skipBrackets();
      else this.next();
    }
  }
}
